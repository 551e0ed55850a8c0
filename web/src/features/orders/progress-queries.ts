import type { OrderProgress, ShopWaitedFor } from '#shared/order-progress'
import type { Page } from '#shared/paging'
import { query, read } from '../../api.ts'

export function readOrderProgress(unitPath = ''): Promise<OrderProgress> {
  return read(`/order-progress${query({ unitPath })}`)
}

/** The filters of the shops that a cycle waits for, as the page's address keeps them. */
export const waitedForFilters = ['cycleId', 'unitPath', 'standing', 'text'] as const
export type WaitedForFilters = Readonly<Record<(typeof waitedForFilters)[number], string>>

export function readShopsWaitedFor(
  { cycleId, ...filters }: WaitedForFilters,
  cursor?: string,
): Promise<Page<ShopWaitedFor>> {
  return read(`/cycles/${cycleId}/shops-waited-for${query({ ...filters, cursor, limit: 50 })}`)
}
