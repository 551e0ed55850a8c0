import type { ImportKind } from '#shared/import-words'
import type { ImportView, RowVerdict } from '#shared/imports'
import type { Page } from '#shared/paging'
import { newKey, query, read, write } from '../../api.ts'

const POLL_MILLISECONDS = 1500
const busy = new Set<ImportView['state']>(['previewing', 'applying', 'undoing'])

/** True while a phase of the import is at work. */
export function isBusy({ state }: Pick<ImportView, 'state'>): boolean {
  return busy.has(state)
}

/** Imports, newest first; asked again and again while one of them is at work. */
export const importsQuery = {
  queryKey: ['imports'],
  queryFn: () => read<{ items: ImportView[] }>('/imports'),
  refetchInterval: ({ state }: { state: { data?: { items: ImportView[] } } }) =>
    state.data?.items.some(isBusy) ? POLL_MILLISECONDS : false,
}

/** The file did not reach the file store. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/** Sends a file and has it previewed with the mapping suggested for it. */
export async function importFile(kind: ImportKind, file: File): Promise<ImportView> {
  const body = { kind, fileName: file.name }
  const started = await write<{ import: ImportView; uploadUrl: string }>('POST', '/imports', {
    body,
    key: newKey(),
  })
  const uploaded = await fetch(started.uploadUrl, { method: 'PUT', body: file }).catch(() => undefined)
  if (!uploaded?.ok) throw new UploadFailed('the file store refused or could not be reached')
  const { importId } = started.import
  await write('POST', `/imports/${importId}/reading`)
  return write('POST', `/imports/${importId}/preview`)
}

export function confirmImport(importId: string): Promise<ImportView> {
  return write('POST', `/imports/${importId}/confirmation`)
}

export function readVerdicts(importId: string, cursor?: string): Promise<Page<RowVerdict>> {
  return read(`/imports/${importId}/rows${query({ limit: 100, cursor })}`)
}
