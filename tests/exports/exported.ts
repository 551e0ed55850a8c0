import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { runDue } from '../../functions/entry/schedule.ts'
import type { Call } from '../support/api-client.ts'
import type { FakeWorld } from '../support/fake-world.ts'

type Asked = { path: string; body: object; cookie: string }

/** The rows of an export in English, and its text where it is CSV. */
export async function exported(world: FakeWorld, call: Call, { path, body, cookie }: Asked) {
  const headers = { 'accept-language': 'en' }
  const begun = await call(path, { method: 'POST', cookie, body, headers })
  if (begun.status !== 201) throw new Error(`No export began: ${begun.text}`)
  await runDue(world)
  const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
  const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
  const form = String(downloadUrl).endsWith('.xlsx')
    ? ({ format: 'xlsx' } as const)
    : ({ format: 'csv', encoding: 'utf-8', separator: ',' } as const)
  const rows: string[][] = []
  for await (const row of rowsOfSheet(async () => new Blob([new Uint8Array(bytes)]).stream(), form))
    rows.push(row.map((cell) => cell.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00$/, '$1 $2')))
  return { rows, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}
