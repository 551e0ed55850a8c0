import type { ImportKind, JobView, RowVerdict } from '#shared/imports'
import type { Page } from '#shared/paging'
import { newKey, query, read, write } from '../../api.ts'

const POLL_MILLISECONDS = 1500

/** Imports, newest first; asked again and again while one of them runs. */
export const importsQuery = {
  queryKey: ['imports'],
  queryFn: () => read<{ items: JobView[] }>('/imports'),
  refetchInterval: ({ state }: { state: { data?: { items: JobView[] } } }) =>
    state.data?.items.some(({ state: job }) => job === 'running') ? POLL_MILLISECONDS : false,
}

/** The file did not reach the file store. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/** Sends a file and lets its import run. */
export async function importFile(kind: ImportKind, file: File): Promise<JobView> {
  const body = { kind, fileName: file.name }
  const started = await write<{ job: JobView; uploadUrl: string }>('POST', '/imports', {
    body,
    key: newKey(),
  })
  const uploaded = await fetch(started.uploadUrl, { method: 'PUT', body: file }).catch(() => undefined)
  if (!uploaded?.ok) throw new UploadFailed('the file store refused or could not be reached')
  return write('POST', `/imports/${started.job.jobId}/start`)
}

export function readVerdicts(jobId: string, cursor?: string): Promise<Page<RowVerdict>> {
  return read(`/imports/${jobId}/rows${query({ limit: 100, cursor })}`)
}
