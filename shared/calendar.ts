import * as z from 'zod'
import { BusinessDateField, TextField } from './accounts.ts'

export const CycleIdField = z.templateLiteral([
  'cyc_',
  z.string().regex(/^[a-z]{2,10}(-[0-9])?-\d{4}-\d{2}-\d{2}$/),
])

/** What a cycle is at: to come, open, over and being closed, closed. */
const cycleStateNames = ['coming', 'open', 'over', 'closed'] as const

/** An order cycle of one batch. `[opensAt, closesAt)` in UTC; `now` is the server's clock at the answer. */
export const CycleView = z
  .object({
    cycleId: CycleIdField,
    batch: z.string(),
    name: TextField.optional().describe('What the order plan calls the batch.'),
    date: z.string(),
    orderDay: z.string().optional().describe('The day it orders for, as it stands now.'),
    opensAt: z.string(),
    closesAt: z.string(),
    isOpen: z.boolean(),
    now: z.string(),
  })
  .meta({ id: 'Cycle' })
export type CycleView = z.infer<typeof CycleView>

/** A cycle as the calendar shows it. `plannedDay` is its order day by the plan, `orderDay` the one it was moved to. */
export const CycleDetails = CycleView.extend({
  plannedDay: z.string().optional(),
  reason: z.string().optional().describe('Why it is not as it was said at first.'),
  state: z.enum(cycleStateNames),
  version: z.number().int(),
}).meta({ id: 'CycleDetails' })
export type CycleDetails = z.infer<typeof CycleDetails>

const InstantField = z.templateLiteral([z.string(), 'T', z.string(), 'Z']).refine((instant) => {
  return z.iso.datetime({ precision: 3 }).safeParse(instant).success
})
const ReasonField = z.string().trim().min(1).max(300)

/** Other times of one cycle, and why; with another order day it is moved there. Instants in UTC with milliseconds. */
export const ChangeCycle = z
  .object({
    opensAt: InstantField,
    closesAt: InstantField,
    orderDay: BusinessDateField.optional(),
    reason: ReasonField,
  })
  .meta({ id: 'ChangeCycle' })
export type ChangeCycle = z.infer<typeof ChangeCycle>

/** Cycles that close from one day of the company to another, newest first; the recent and coming ones unless told. */
export const CycleQuery = z.object({
  from: BusinessDateField.optional(),
  to: BusinessDateField.optional(),
  batch: z.string().max(12).optional(),
})
export type CycleQuery = z.infer<typeof CycleQuery>

const batchKinds = ['weekly', 'oddWeek', 'evenWeek', 'daily', 'none'] as const

const ClockField = z
  .templateLiteral([z.string(), ':', z.string()])
  .refine((clock) => /^([01]\d|2[0-3]):[0-5]\d$/.test(clock))

/** When the window of an order day opens and closes, by the clock of the company. A daily batch opens when the day
 * before closes, so only `closesAt` counts for it. */
export const WindowRule = z
  .object({
    opensDaysBefore: z.number().int().min(0).max(14),
    opensAt: ClockField,
    closesDaysBefore: z.number().int().min(0).max(7),
    closesAt: ClockField,
  })
  .meta({ id: 'WindowRule' })
export type WindowRule = z.infer<typeof WindowRule>

const MOST_BATCHES = 60
const MOST_DAYS = 400

export const BatchPlan = z
  .object({
    batch: z.string().regex(/^[a-z]{2,10}(-[0-9])?$/),
    kind: z.enum(batchKinds),
    weekday: z.number().int().min(1).max(5).optional(),
    name: TextField,
    window: WindowRule,
  })
  .meta({ id: 'BatchPlan' })
export type BatchPlan = z.infer<typeof BatchPlan>

const DaysOff = z.object({ from: BusinessDateField, to: BusinessDateField, name: TextField })

/** How a company orders: its batches and their windows, holidays, and what follows a close. Every number is the
 * company's own. */
export const OrderPlan = z
  .object({
    batches: z.array(BatchPlan).max(MOST_BATCHES),
    oddWeekAnchor: BusinessDateField.optional().describe(
      'A day of an odd week; the ISO week number decides without.',
    ),
    daysOff: z.array(DaysOff).max(MOST_DAYS),
    workdays: z.array(BusinessDateField).max(MOST_DAYS).describe('Days of a weekend that are worked.'),
    moves: z
      .array(
        z.object({
          from: BusinessDateField,
          to: BusinessDateField,
          batch: BatchPlan.shape.batch.optional().describe('All batches of that day without.'),
        }),
      )
      .max(MOST_DAYS),
    weeksAhead: z.number().int().min(1).max(12),
    graceSeconds: z.number().int().min(0).max(3600).describe('Between the cut-off and the closing job.'),
    remindMinutes: z.number().int().min(5).max(720).describe('Before the cut-off.'),
    funds: z
      .object({ daysAfter: z.number().int().min(0).max(14), at: ClockField })
      .describe('Until when an order that is not covered at the close waits for money.'),
  })
  .meta({ id: 'OrderPlan' })
export type OrderPlan = z.infer<typeof OrderPlan>

/** The plan as it stands; version 0 while there is none. */
export const StoredPlan = z
  .object({ plan: OrderPlan, version: z.number().int(), timeZone: z.string() })
  .meta({ id: 'StoredPlan' })
export type StoredPlan = z.infer<typeof StoredPlan>

const nameInOneLanguage = z.string().trim().min(1).max(60)
const NameField = z.object({ zh: nameInOneLanguage, en: nameInOneLanguage })

/** A plan to keep, and why; what it names has a name in both languages. */
export const SavePlan = z
  .object({
    plan: OrderPlan.extend({
      batches: z.array(BatchPlan.extend({ name: NameField })).max(MOST_BATCHES),
      daysOff: z.array(DaysOff.extend({ name: NameField })).max(MOST_DAYS),
    }),
    reason: ReasonField,
  })
  .meta({ id: 'SavePlan' })

/** A plan to look at before it is kept. */
export const PreviewPlan = SavePlan.pick({ plan: true }).meta({ id: 'PreviewPlan' })

const WindowTimes = z.object({
  orderDay: z.string().optional(),
  opensAt: z.string(),
  closesAt: z.string(),
})

/** What keeping a plan would change of windows that were said already, batch by batch, and how many shops would be told. */
export const PlanPreview = z
  .object({
    items: z.array(
      z.object({
        batch: z.string(),
        name: TextField,
        shops: z.number().int(),
        moved: z.array(z.object({ cycleId: CycleIdField, from: WindowTimes, to: WindowTimes })),
        dropped: z.array(WindowTimes.extend({ cycleId: CycleIdField })),
      }),
    ),
  })
  .meta({ id: 'PlanPreview' })
export type PlanPreview = z.infer<typeof PlanPreview>
