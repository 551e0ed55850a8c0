import type { ChangeCycle, CycleDetails, OrderPlan, PlanPreview, StoredPlan } from '#shared/calendar'
import type { ClosingReport } from '#shared/closings'
import type { CustomerId } from '#shared/ids'
import { query, read, write } from '../../api.ts'

/** What the calendar page keeps in its address. */
export const calendarFilters = ['from', 'batch', 'cycle'] as const

export function readCycles(filter: { from: string; to: string; batch: string }) {
  return read<{ items: CycleDetails[] }>(`/cycles${query(filter)}`)
}

/** The open and coming cycles of a shop. */
export function readOwnCycles(customerId: CustomerId) {
  return read<{ items: CycleDetails[] }>(`/customers/${customerId}/cycles`)
}

export function changeCycle({ cycleId, version }: CycleDetails, body: ChangeCycle): Promise<CycleDetails> {
  return write('PUT', `/cycles/${cycleId}`, { body, version })
}

export function readClosing(cycleId: string, cursor?: string): Promise<ClosingReport> {
  return read(`/cycles/${cycleId}/closing${query({ limit: 50, cursor })}`)
}

export const planQuery = { queryKey: ['order-plan'], queryFn: () => read<StoredPlan>('/order-plan') }

export function savePlan(plan: OrderPlan, reason: string, version: number): Promise<StoredPlan> {
  return write('PUT', '/order-plan', { body: { plan, reason }, version })
}

/** What keeping a plan would change of windows that were said already. */
export function previewPlan(plan: OrderPlan): Promise<PlanPreview> {
  return write('POST', '/order-plan/preview', { body: { plan } })
}
