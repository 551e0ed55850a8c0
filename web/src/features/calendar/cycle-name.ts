import type { CycleView } from '#shared/calendar'
import type { Language } from '#shared/languages'
import { formatDay } from '../../formats.ts'
import { batchOfCycle } from './batch-name.ts'

/** A cycle as people call it everywhere: by the day it orders for, as the calendar says it now, and by its batch.
 * @example nameOfCycle({ cycleId: 'cyc_weekly-3-2026-11-24', orderDay: '2026-11-25', … }, 'zh') // '11月25日 · 周三批次' */
export function nameOfCycle(
  cycle: Pick<CycleView, 'cycleId' | 'orderDay' | 'batch' | 'name'>,
  language: Language,
): string {
  // Without an order day, that of its close by the plan.
  const day = cycle.orderDay ?? cycle.cycleId.slice(-10)
  return `${formatDay(day, language)} · ${batchOfCycle(cycle, language)}`
}
