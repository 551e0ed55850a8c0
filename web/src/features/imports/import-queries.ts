import type { ExportView } from '#shared/exports'
import type { FileFormat, ImportKind } from '#shared/import-words'
import type { ColumnMap, ImportColumns, ImportView, RowVerdict, SavedMap } from '#shared/imports'
import type { Page } from '#shared/paging'
import { ApiProblem, newKey, query, read, write } from '../../api.ts'

const POLL_MILLISECONDS = 1000
const busy = new Set<ImportView['state']>(['previewing', 'applying', 'undoing'])

/** True while a phase of the import is at work. */
export function isBusy({ state }: Pick<ImportView, 'state'>): boolean {
  return busy.has(state)
}

/** A page of imports, the newest first. */
export function readImports(filters: ImportFilters, cursor?: string): Promise<Page<ImportView>> {
  return read(`/imports${query({ ...filters, limit: 20, cursor })}`)
}

/** The filters of the list of imports, as the page's address keeps them. */
export const importFilters = ['kind', 'state', 'by'] as const
export type ImportFilters = Readonly<Record<(typeof importFilters)[number], string>>

/** One import; asked again and again while it is at work. */
export function importQuery(importId: string) {
  return {
    queryKey: ['import', importId],
    queryFn: () => read<ImportView>(`/imports/${importId}`),
    refetchInterval: ({ state }: { state: { data?: ImportView } }) =>
      state.data && isBusy(state.data) ? POLL_MILLISECONDS : false,
  }
}

export function columnsQuery(kind: ImportKind) {
  return {
    queryKey: ['import-columns', kind],
    queryFn: () => read<ImportColumns>(`/imports/columns/${kind}`),
    staleTime: 600_000,
  }
}

export function mapsQuery(kind: ImportKind) {
  return {
    queryKey: ['import-maps', kind],
    queryFn: () => read<{ items: SavedMap[] }>(`/import-maps${query({ kind })}`),
  }
}

/** The file did not reach the file store. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/** Sends a file and has its columns looked at. */
export async function sendFile(kind: ImportKind, file: File): Promise<ImportView> {
  const body = { kind, fileName: file.name }
  const started = await write<{ import: ImportView; uploadUrl: string }>('POST', '/imports', {
    body,
    key: newKey(),
  })
  const uploaded = await fetch(started.uploadUrl, { method: 'PUT', body: file }).catch(() => undefined)
  if (!uploaded?.ok) throw new UploadFailed('the file store refused or could not be reached')
  return write('POST', `/imports/${started.import.importId}/reading`)
}

/** How a file is to be taken: which column is which, and the options. */
export type Matching = { mapping: ColumnMap; options: ImportView['options']; saveAs?: string }

/** Says which column is which, and has every row previewed. */
export async function previewFile(
  { importId, version }: ImportView,
  matching: Matching,
): Promise<ImportView> {
  await write('PUT', `/imports/${importId}/mapping`, { body: matching, version })
  return write('POST', `/imports/${importId}/preview`)
}

export function takeStep(importId: string, step: 'confirmation' | 'undo'): Promise<ImportView> {
  return write('POST', `/imports/${importId}/${step}`)
}

/** Puts an import aside that changed nothing yet. */
export function discardImport({ importId, version }: ImportView): Promise<ImportView> {
  return write('POST', `/imports/${importId}/discarding`, { version })
}

/** Takes an import back and waits until that is done; throws an ApiProblem that says why it could not be. */
export async function takeBack(importId: string): Promise<void> {
  let one = await takeStep(importId, 'undo')
  while (isBusy(one)) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
    one = await read<ImportView>(`/imports/${importId}`)
  }
  const { state, problem = 'imports.not_now', message, facts } = one
  if (state !== 'undone') throw new ApiProblem(409, { code: problem, title: message, facts })
}

export function readVerdicts(importId: string, verdict: string, cursor?: string): Promise<Page<RowVerdict>> {
  return read(`/imports/${importId}/rows${query({ limit: 100, verdict, cursor })}`)
}

/** Begins the file of the refused rows of an import. */
export function beginRefusedRows(importId: string) {
  return (format: FileFormat, key: string): Promise<ExportView> =>
    write('POST', `/imports/${importId}/refused-rows`, { body: { format }, key })
}
