// The steps of an import as any other system would take them: begin, send the file, start, watch, read the verdicts.
import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { type ImportKind, JobView, RowVerdictPage, StartedImport } from '../../shared/imports.ts'

const WATCH_MILLISECONDS = 300

export type ImportRequest = {
  origin: string
  token: string
  kind: ImportKind
  fileName: string
  body: Uint8Array<ArrayBuffer> | string
}

/** Imports a file and answers the job when it is over; `tell` hears progress and every refused row. */
export async function importThroughApi(
  request: ImportRequest,
  tell: (line: string) => void,
): Promise<JobView> {
  const call = caller(request)
  const begin = { kind: request.kind, fileName: request.fileName }
  const { job, uploadUrl } = await call(StartedImport, 'POST', '/imports', begin)
  const sent = await fetch(uploadUrl, { method: 'PUT', body: request.body })
  if (!sent.ok) throw new Error(`The file store answered ${sent.status}`)
  let current = await call(JobView, 'POST', `/imports/${job.jobId}/start`)
  while (current.state === 'waiting' || current.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, WATCH_MILLISECONDS))
    const before = current.done
    current = await call(JobView, 'GET', `/imports/${job.jobId}`)
    if (current.done !== before) tell(`${current.done} rows`)
  }
  tell(`${current.state} ${current.problem ?? ''} ${JSON.stringify(current.verdicts)}`)
  if (current.verdicts.refused) await tellRefused(call, job.jobId, tell)
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

async function tellRefused(call: Call, jobId: string, tell: (line: string) => void): Promise<void> {
  let cursor: string | undefined
  do {
    const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = await call(RowVerdictPage, 'GET', `/imports/${jobId}/rows?limit=100${query}`)
    for (const row of page.items)
      if (row.verdict === 'refused') tell(`row ${row.row} ${row.key}: ${row.message ?? row.code}`)
    cursor = page.nextCursor
  } while (cursor)
}
