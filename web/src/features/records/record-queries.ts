import type { HistoryEntry } from '#shared/history'
import type { CustomerId } from '#shared/ids'
import type { Page } from '#shared/paging'
import type { ArchiveView, RecordAsOf } from '#shared/records'
import type { BusinessDate, Instant } from '#shared/time'
import { newKey, query, read, write } from '../../api.ts'

/** A record whose history is asked for: where it lies below `/api`, and the key its other answers are kept under. A row
 * of a price list is named by its first day as well. */
export type RecordPlace = { path: string; queryKey: readonly unknown[]; from?: BusinessDate }

/** The history of a record page by page: the key it is kept under, and how a page is read. */
export function historyPages(place: RecordPlace) {
  return [
    [...place.queryKey, 'history', place.from],
    (cursor?: string) => readHistory(place, cursor),
  ] as const
}

function readHistory({ path, from }: RecordPlace, cursor?: string): Promise<Page<HistoryEntry>> {
  return read(`${path}/history${query({ from, cursor, limit: 10 })}`)
}

export function recordAsOfQuery({ path, queryKey, from }: RecordPlace, at: Instant | undefined) {
  return {
    queryKey: [...queryKey, 'as of', from, at],
    queryFn: () => read<RecordAsOf>(`${path}/history/record${query({ at, from })}`),
    enabled: at !== undefined,
  }
}

export function beginArchive(customerId: CustomerId): Promise<ArchiveView> {
  return write('POST', `/customers/${customerId}/archive`, { key: newKey() })
}

export function archiveQuery(customerId: CustomerId, jobId: string | undefined) {
  return {
    queryKey: ['archive', jobId],
    queryFn: () => read<ArchiveView>(`/customers/${customerId}/archive/${jobId}`),
    enabled: jobId !== undefined,
  }
}
