// Starts everything and reloads on change: the server process when functions change, the site when pages change.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const repository = join(import.meta.dirname, '../..')
const QUIET_MILLISECONDS = 300

const run = (file: string, ...flags: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, file), ...flags], { cwd: repository, stdio: 'inherit' })

let server = run('start.ts', ...process.argv.slice(2))
let isEnding = false

afterQuiet(['functions', 'shared', 'infra/local'], async () => {
  const before = server
  const ended = new Promise((resolve) => before.once('exit', resolve))
  before.kill('SIGTERM')
  await ended
  if (!isEnding) server = run('start.ts')
})
afterQuiet(['web', 'shared'], async () => {
  await new Promise((resolve) => run('build-site.ts').once('exit', resolve))
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isEnding = true
    server.once('exit', () => process.exit(0))
    server.kill(signal)
  })
}

/** Does `work` once a burst of changes is over; bursts while it works are done after it. */
function afterQuiet(places: readonly string[], work: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined
  let turn = Promise.resolve()
  for (const place of places) {
    watch(join(repository, place), { recursive: true }, (_, name) => {
      if (name?.includes('.astro/') || name?.includes('node_modules')) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        turn = turn.then(work)
      }, QUIET_MILLISECONDS)
    })
  }
}
