// A cold start: what importing the bundled API costs, against the bare stack bundled the same way.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { entries } from '../../functions/entry/entries.ts'
import { bundleEntry } from '../../infra/aws/build/bundle.ts'
import { atMost, median, type Row, told } from './bench-table.ts'

const RUNS = 15

/** The rows of a cold start. */
export async function benchStart(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    await bundleEntry('api', entries.api.file, join(folder, 'api'))
    await bundleEntry('bare', 'tests/bench/bare-handler.ts', join(folder, 'bare'))
    const figures: Array<{ api: number; bare: number; order: number }> = []
    for (let run = 0; run < RUNS; run++) {
      figures.push({
        api: await importTime(join(folder, 'api/index.mjs')),
        bare: await importTime(join(folder, 'bare/index.mjs')),
        order: await importTime(join(folder, 'api/index.mjs'), FIRST_ORDER),
      })
    }
    const of = (name: 'api' | 'bare' | 'order') => median(figures.map((figure) => figure[name]))
    const floor = `${of('bare').toFixed(0)} ms`
    return [
      atMost(
        'cold import of the API bundle, against hono + zod + SDK bundled bare',
        of('api') / of('bare'),
        1.25,
        {
          unit: '×',
          digits: 2,
          floor,
        },
      ),
      told('cold import and the first request to orders, refused', `${of('order').toFixed(0)} ms`, floor),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A request of nobody, which loads the room of orders and is refused without a look at the database. */
const FIRST_ORDER = `await handler({ version: '2.0', routeKey: '$default', rawPath: '/api/orders', rawQueryString: '',
  headers: { host: 'portal.example' }, isBase64Encoded: false,
  requestContext: { http: { method: 'GET', path: '/api/orders', sourceIp: '127.0.0.1' }, domainName: 'portal.example' } }, {})`

/** Milliseconds of processor time from nothing to the handler, and through `then`. */
async function importTime(file: string, then = ''): Promise<number> {
  const program = `const before = process.cpuUsage()
    const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)})
    ${then}
    const { user, system } = process.cpuUsage(before)
    process.stderr.write(String((user + system) / 1000))`
  const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH, AWS_REGION: 'eu-west-1', FILES_URL: 's3://bucket' },
  })
  return Number(stderr)
}
