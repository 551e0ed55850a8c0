import type { Oddity, OddityCounts, OddityThresholds, ReviewOddity, StoredThresholds } from '#shared/oddities'
import type { Page } from '#shared/paging'
import { query, read, write } from '../../api.ts'

/** The filters of what is worth a look, as the page's address keeps them. */
export const oddityFilters = ['cycleId', 'unitPath', 'kind', 'state'] as const
export type OddityFilters = Readonly<Record<(typeof oddityFilters)[number], string>>

export function countsQuery({ cycleId, unitPath }: Pick<OddityFilters, 'cycleId' | 'unitPath'>) {
  return {
    queryKey: ['oddity-counts', cycleId, unitPath],
    queryFn: () => read<OddityCounts>(`/oddity-counts${query({ cycleId, unitPath })}`),
  }
}

export function readOddities(filters: OddityFilters, cursor?: string): Promise<Page<Oddity>> {
  return read(`/oddities${query({ ...filters, cursor, limit: 50 })}`)
}

export function placeOf({ customerId, cycleId }: Pick<Oddity, 'customerId' | 'cycleId'>): string {
  return `/customers/${customerId}/oddities/${cycleId}`
}

export function reviewOddity(oddity: Oddity, body: ReviewOddity): Promise<Oddity> {
  return write('PUT', `${placeOf(oddity)}/review`, { body, version: oddity.version })
}

export const thresholdsQuery = {
  queryKey: ['oddity-thresholds'],
  queryFn: () => read<StoredThresholds>('/oddity-thresholds'),
}

export function saveThresholds(body: OddityThresholds, version: number): Promise<StoredThresholds> {
  return write('PUT', '/oddity-thresholds', { body, version })
}
