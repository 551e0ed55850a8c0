import type { BatchPlan, OrderPlan, WindowRule } from './calendar.ts'

const workdays = [1, 2, 3, 4, 5] as const
const zhDays = ['', '一', '二', '三', '四', '五']
const enDays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** What both presets begin with; each company changes it. */
const usual = {
  daysOff: [],
  workdays: [],
  moves: [],
  weeksAhead: 4,
  graceSeconds: 120,
  remindMinutes: 30,
  funds: { daysAfter: 1, at: '18:00' },
} satisfies Omit<OrderPlan, 'batches'>

/** Supplied goods: a batch for each weekday, weekly and in odd and even weeks; opens 19:00 two evenings before the order
 * day and closes 16:00 the day before (supply and ordering, section 1, example b). */
export const suppliedPlan: OrderPlan = {
  ...usual,
  batches: workdays.flatMap((weekday): BatchPlan[] => {
    const window: WindowRule = {
      opensDaysBefore: 2,
      opensAt: '19:00',
      closesDaysBefore: 1,
      closesAt: '16:00',
    }
    const [zh, en] = [zhDays[weekday] ?? '', enDays[weekday] ?? '']
    return [
      {
        batch: `weekly-${weekday}`,
        kind: 'weekly',
        weekday,
        name: { zh: `周${zh}批次`, en: `${en} batch` },
        window,
      },
      {
        batch: `odd-${weekday}`,
        kind: 'oddWeek',
        weekday,
        name: { zh: `单周周${zh}批次`, en: `Odd-week ${en} batch` },
        window,
      },
      {
        batch: `even-${weekday}`,
        kind: 'evenWeek',
        weekday,
        name: { zh: `双周周${zh}批次`, en: `Even-week ${en} batch` },
        window,
      },
    ]
  }),
}

/** Traded goods: one batch that orders any business day until 16:00. */
export const tradedPlan: OrderPlan = {
  ...usual,
  batches: [
    {
      batch: 'daily',
      kind: 'daily',
      name: { zh: '每日批次', en: 'Daily batch' },
      window: { opensDaysBefore: 0, opensAt: '16:00', closesDaysBefore: 0, closesAt: '16:00' },
    },
  ],
}
