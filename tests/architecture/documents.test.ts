import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentsOfToday } from './documents.ts'
import { root } from './stored-patterns.ts'

test('generated documents say what is true today', async () => {
  const documents = await documentsOfToday()
  const stale = documents.filter(
    ({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  )
  expect(
    stale.map(({ path }) => path),
    'run npm run docs',
  ).toEqual([])
})

test('the documents hold patterns, doors and lifecycles', async () => {
  const [patterns, , architecture] = await documentsOfToday()
  expect(patterns?.text).toContain('`C#{customerId}`')
  expect(architecture?.text).toContain('  orders --> accounts')
  expect(architecture?.text).toContain('stateDiagram-v2\n  [*] --> placed')
})
