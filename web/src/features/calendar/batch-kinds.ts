import type { BatchPlan } from '#shared/calendar'
import type { Text } from '#shared/languages'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'

/** How often a batch orders, in words. */
export const kindTexts: Readonly<Record<BatchPlan['kind'], Text>> = {
  weekly: texts.weeklyKind,
  oddWeek: texts.oddWeekKind,
  evenWeek: texts.evenWeekKind,
  daily: texts.dailyKind,
  none: texts.noneKind,
}
