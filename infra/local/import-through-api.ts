// The steps of an import as any other system would take them: begin, send the file, read, preview, confirm, read the verdicts.
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import type { ImportKind } from '../../shared/import-words.ts'
import { ImportView, type RowProblem, RowVerdictPage, StartedImport } from '../../shared/imports.ts'

const WATCH_MILLISECONDS = 300
const MOST_REFUSALS_TOLD = 20

export type ImportRequest = {
  origin: string
  token: string
  kind: ImportKind
  fileName: string
  body: Uint8Array<ArrayBuffer> | string
}

/** Imports a file with the mapping suggested for it, and answers the import when it is over; `tell` hears progress, what
 * each phase came to, and the first refused rows. */
export async function importThroughApi(
  request: ImportRequest,
  tell: (line: string) => void,
): Promise<ImportView> {
  const call = caller(request)
  const begin = { kind: request.kind, fileName: request.fileName }
  const { import: begun, uploadUrl } = await call(StartedImport, 'POST', '/imports', begin)
  const sent = await fetch(uploadUrl, { method: 'PUT', body: request.body })
  if (!sent.ok) throw new Error(`The file store answered ${sent.status}`)
  const path = `/imports/${begun.importId}`
  const { mapping = {} } = await call(ImportView, 'POST', `${path}/reading`)
  tell(
    Object.entries(mapping)
      .map(([key, name]) => (key === name ? key : `${key} = ${name}`))
      .join(', '),
  )
  const previewed = await phase(call, path, 'preview', tell)
  if (previewed.verdicts.refused) await tellRefused(call, path, tell)
  return previewed.state === 'previewed' ? phase(call, path, 'confirmation', tell) : previewed
}

async function phase(
  call: Call,
  path: string,
  name: 'preview' | 'confirmation',
  tell: (line: string) => void,
): Promise<ImportView> {
  let current = await call(ImportView, 'POST', `${path}/${name}`)
  while (current.state === 'previewing' || current.state === 'applying') {
    await new Promise((resolve) => setTimeout(resolve, WATCH_MILLISECONDS))
    const before = current.done
    current = await call(ImportView, 'GET', path)
    if (current.done !== before) tell(`${current.done} rows`)
  }
  tell(`${current.state} ${current.problem ?? ''} ${JSON.stringify(current.verdicts)}`)
  return current
}

type Call = <Schema extends z.ZodType>(
  answer: Schema,
  method: string,
  path: string,
  body?: object,
) => Promise<z.infer<Schema>>

function caller({ origin, token }: ImportRequest): Call {
  return async (schema, method, path, body) => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: body && JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return schema.parse(await answer.json())
  }
}

async function tellRefused(call: Call, path: string, tell: (line: string) => void): Promise<void> {
  const query = `verdict=refused&limit=${MOST_REFUSALS_TOLD}`
  const { items } = await call(RowVerdictPage, 'GET', `${path}/rows?${query}`)
  for (const { row, key, problems = [] } of items)
    tell(`row ${row} ${key}: ${problems.map(sentenceOf).join(' ')}`)
}

function sentenceOf({ message, code }: RowProblem): string {
  return message ?? code
}
