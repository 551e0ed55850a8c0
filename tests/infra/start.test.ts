import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, it } from 'vitest'
import { startDatabase } from '../../infra/local/database.ts'
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
  return run('start.ts', flags, { PORT: String(port), DATA_FOLDER: folder, ...environment })
}

function run(file: string, flags: string[], environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [join(repository, 'infra/local', file), ...flags], {
    env: { ...process.env, ...environment },
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

describe('a portal of its own', () => {
  it('begins in its own zone and mail server', async () => {
    const [database, postman, port] = [await startDatabase({}), await aMailServer(), await freePort()]
    const environment = {
      ...{ DYNAMODB_ENDPOINT: database.endpoint, SMTP_URL: postman.url },
      ...{ TENANT_TIME_ZONE: 'Europe/London', PUBLIC_ORIGIN: `http://localhost:${port}` },
    }
    const started = start(port, ['--empty'], environment)
    await until(started, 'open')
    const begun = run('begin.ts', beginning, environment)
    expect(await begun.ended).toBe(0)
    const company = await (await fetch(`http://localhost:${port}/api/company`)).json()
    expect(company).toMatchObject({ name: { en: 'Tea Trade' }, timeZone: 'Europe/London', version: 1 })
    expect(await postman.first).toContain('first@tea.example')
    const second = run('begin.ts', beginning, environment)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain('a stage begins once')
    started.child.kill('SIGTERM')
    await started.ended
    await Promise.all([database.stop(), postman.stop()])
  })

  it('what names no administrator ends with the usage', async () => {
    const begun = run('begin.ts', ['--name-zh', '茶'], { TABLE_NAME: 'none' })
    expect(await begun.ended).toBe(1)
    expect(begun.output()).toContain('npm run begin --')
  })

  it('the demonstration is not begun in another zone', async () => {
    const started = start(await freePort(), [], { TENANT_TIME_ZONE: 'Europe/London' })
    expect(await started.ended).toBe(1)
    expect(started.output()).toContain('--empty')
  })
})

const beginning = [
  ...['--name-zh', '茶行', '--name-en', 'Tea Trade', '--administrator', 'Ann'],
  ...['--mail', 'first@tea.example', '--language', 'en'],
]

/** A mail server that is not the portal's own; `first` is whom its first mail is for. */
async function aMailServer(): Promise<{ url: string; first: Promise<string[]>; stop(): Promise<void> }> {
  const { promise: first, resolve } = Promise.withResolvers<string[]>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      stream.resume().on('end', () => {
        resolve(session.envelope.rcptTo.map(({ address }) => address))
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = () => new Promise<void>((ended) => server.close(() => ended()))
  return { url: `smtp://127.0.0.1:${port}`, first, stop }
}

async function ask(origin: string, token: string, path: string): Promise<unknown> {
  const answer = await fetch(`${origin}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  return (await answer.json()).items
}
