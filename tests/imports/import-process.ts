// A process of its own that runs the jobs of a table until it is killed.

import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { startWorld } from '#platform/start-world'
import { runDue } from '../../functions/entry/schedule.ts'

const folder = process.env.TEST_FILES ?? ''
const world = startWorld(process.env, () => ({
  uploadUrl: async (key) => key,
  downloadUrl: async (key) => key,
  read: async (key) => {
    const path = join(folder, key)
    return existsSync(path) ? new Blob([await textOf(path)]).stream() : undefined
  },
  write: () => Promise.reject(new Error('nothing is written here')),
}))

async function textOf(path: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of Readable.from(createReadStream(path))) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

while ((await runDue(world)) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
