import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { entries } from '../../functions/entry/entries.ts'
import { bundleEntry } from '../../infra/aws/build/bundle.ts'
import type { GatewayAnswer, GatewayEvent } from './lambda-client.ts'

export type RunningBundle = {
  handler(event: GatewayEvent): Promise<GatewayAnswer>
  stop(): Promise<void>
}

const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.unknown()).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string(),
  isBase64Encoded: z.boolean(),
})

/** The API as it is deployed: bundled, in a process of its own that knows nothing but `environment`, one event at a time. */
export async function startBundle(environment: Record<string, string>): Promise<RunningBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  await bundleEntry('api', entries.api.file, join(folder, 'api'))
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', runtimeOf(join(folder, 'api/index.mjs'))],
    { env: environment, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] },
  )
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The bundle ended with ${code}`)
  })
  ended.catch(() => undefined)
  const heard = async () => (await Promise.race([once(child, 'message'), ended]))[0]
  tellAlarms(child)
  await heard()
  return {
    handler: async (event) => {
      child.send(event)
      return Answer.parse(await heard())
    },
    stop: async () => {
      child.kill()
      await ended.catch(() => undefined)
      rmSync(folder, { recursive: true })
    },
  }
}

/** What stands around a handler in Lambda, as far as it matters here. */
function runtimeOf(file: string): string {
  return `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)})
    process.on('message', async (event) => process.send(await handler(event, {})))
    process.send('ready')`
}

/** An answer says nothing of the inside, so whoever reads the tests wants the alarm that came with it. */
function tellAlarms({ stdout }: ChildProcess): void {
  if (!stdout) return
  createInterface(stdout).on('line', (line) => {
    if (line.includes('"alarm":true')) console.error(line)
  })
}
