// Writes the generated documents: `npm run docs`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentsOfToday } from './documents.ts'
import { root } from './stored-patterns.ts'

for (const { path, text } of await documentsOfToday()) {
  writeFileSync(join(root, path), text)
  console.log(path)
}
