import type { BatchPlan } from '#shared/calendar'

const beginnings = {
  weekly: 'weekly',
  oddWeek: 'odd',
  evenWeek: 'even',
  daily: 'daily',
  none: 'idle',
} as const
const usualWindow = {
  opensDaysBefore: 2,
  opensAt: '19:00',
  closesDaysBefore: 1,
  closesAt: '16:00',
} as const

/** A batch to begin with: every Monday, with the window that the batches of the company have. */
export function newBatch(batches: readonly BatchPlan[]): BatchPlan {
  const days = { kind: 'weekly', weekday: 1 } as const
  const window = usualWindowOf(batches)
  return { ...days, batch: freeCode(batches, days), name: { zh: '', en: '' }, window }
}

/** The window that batches of the company have which order by the week. */
export function usualWindowOf(batches: readonly BatchPlan[]): BatchPlan['window'] {
  return batches.find(({ kind }) => kind === 'weekly')?.window ?? usualWindow
}

/** A code that says the days of a batch, or another that no batch has; nothing when all are taken.
 * @example freeCode([], { kind: 'oddWeek', weekday: 3 }) // 'odd-3' */
export function freeCode(
  batches: readonly BatchPlan[],
  { kind, weekday }: Pick<BatchPlan, 'kind' | 'weekday'>,
): string {
  const usual = weekday === undefined ? beginnings[kind] : `${beginnings[kind]}-${weekday}`
  const others = Array.from({ length: 10 }, (_, digit) => `batch-${digit}`)
  return [usual, ...others].find((code) => isFreeCode(batches, code)) ?? ''
}

/** True when no batch has this code. */
export function isFreeCode(batches: readonly BatchPlan[], code: string): boolean {
  return !batches.some(({ batch }) => batch === code)
}
