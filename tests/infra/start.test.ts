import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { secretsIn } from '../../infra/local/secrets.ts'
import { mintToken } from '../../infra/local/sign-in/mint-token.ts'

const repository = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'start-'))
const children: ChildProcess[] = []

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await sleep(200)
  rmSync(folder, { recursive: true, force: true })
})

type Started = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

function start(port: number, flags: string[] = [], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(repository, 'infra/local/start.ts'), ...flags], {
    env: { ...process.env, PORT: String(port), DATA_FOLDER: folder, ...environment },
  })
  children.push(child)
  let output = ''
  child.stdout.on('data', (part) => (output += String(part)))
  child.stderr.on('data', (part) => (output += String(part)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, output: () => output, ended }
}

async function until(started: Started, text: string): Promise<void> {
  while (!started.output().includes(text)) {
    if (started.child.exitCode !== null) throw new Error(`It ended: ${started.output()}`)
    await sleep(100)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

describe('starting the product on one machine', () => {
  it('a kill and a second start lose nothing', async () => {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const first = start(port)
    await until(first, 'password')
    const [machine] = secretsIn(join(folder, 'supplied')).machines
    if (!machine) throw new Error('No machine')
    const customers = await ask(origin, await mintToken(`${origin}/oidc`, machine), '/customers?limit=100')
    first.child.kill('SIGKILL')
    await first.ended
    const second = start(port)
    await until(second, 'password')
    expect(second.output()).not.toContain('inventing')
    expect(await ask(origin, await mintToken(`${origin}/oidc`, machine), '/customers?limit=100')).toEqual(
      customers,
    )
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('a taken port ends it with one clear line', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const started = start(port)
    expect(await started.ended).toBe(1)
    expect(started.output().trim().split('\n').at(-1)).toContain(`Port ${port} is taken`)
    server.close()
  })

  it('a folder that cannot be written ends it clearly', async () => {
    const started = start(await freePort(), [], { DATA_FOLDER: join(repository, 'package.json/folder') })
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain('cannot be written')
  })

  it('a wrong preset ends it with the choice', async () => {
    const started = start(await freePort(), ['--preset', 'other'])
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain('supplied or traded')
  })
})

async function ask(origin: string, token: string, path: string): Promise<unknown> {
  const answer = await fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  return (await answer.json()).items
}
