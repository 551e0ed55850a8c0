import type { JobView } from '#shared/imports'
import type { Page } from '#shared/paging'
import type { OrderProgress, ReminderVerdicts, ShopWaitedFor } from '#shared/progress'
import { query, read, write } from '../../api.ts'

export function readOrderProgress(unitPath = ''): Promise<OrderProgress> {
  return read(`/order-progress${query({ unitPath })}`)
}

/** The filters of the shops that a cycle waits for, as the page's address keeps them. */
export const waitedForFilters = ['cycleId', 'unitPath', 'standing', 'reminded', 'text'] as const
export type WaitedForFilters = Readonly<Record<(typeof waitedForFilters)[number], string>>

export function readShopsWaitedFor(
  { cycleId, ...filters }: WaitedForFilters,
  cursor?: string,
): Promise<Page<ShopWaitedFor>> {
  return read(`/cycles/${cycleId}/shops-waited-for${query({ ...filters, cursor, limit: 50 })}`)
}

const REMINDED_AT_ONCE = 200

/** Reminds shops of a cycle by name; as many at once as the server takes. */
export async function remindShops(
  { cycleId, unitPath }: WaitedForFilters,
  customerIds: readonly string[],
): Promise<ReminderVerdicts> {
  const path = `/cycles/${cycleId}/shops-waited-for/reminders${query({ unitPath })}`
  const items: ReminderVerdicts['items'] = []
  for (let at = 0; at < customerIds.length; at += REMINDED_AT_ONCE) {
    const body = { customerIds: customerIds.slice(at, at + REMINDED_AT_ONCE) }
    items.push(...(await write<ReminderVerdicts>('POST', path, { body })).items)
  }
  return { items }
}

/** Begins to remind all shops that the filters fit: the same key again answers what was begun. */
export function remindAll({ cycleId, unitPath, ...filter }: WaitedForFilters, key: string): Promise<JobView> {
  const body = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  return write('POST', `/cycles/${cycleId}/shops-waited-for/reminder-runs${query({ unitPath })}`, {
    body,
    key,
  })
}

/** How far reminders that were begun are. */
export function readReminders({ cycleId }: WaitedForFilters, jobId: string): Promise<JobView> {
  return read(`/cycles/${cycleId}/shops-waited-for/reminder-runs/${jobId}`)
}
