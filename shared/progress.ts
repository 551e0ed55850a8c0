import * as z from 'zod'
import { CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { PageQuery, pageOf } from './paging.ts'

const counts = { due: z.number().int(), ordered: z.number().int() }

/** How many shops an open cycle is for and how many of them have ordered, in all and by unit. It lags by a moment. */
const CycleProgress = z
  .object({
    cycleId: CycleIdField,
    batch: z.string(),
    name: TextField.optional(),
    orderDay: z.string().optional(),
    closesAt: z.string(),
    ...counts,
    units: z.array(z.object({ unitPath: UnitPathField, ...counts })),
  })
  .meta({ id: 'CycleProgress' })
export type CycleProgress = z.infer<typeof CycleProgress>

/** The open cycles that shops of the asker's units belong to, the first to close at the beginning; `now` is the server's
 * clock. */
export const OrderProgress = z
  .object({ items: z.array(CycleProgress), now: z.string() })
  .meta({ id: 'OrderProgress' })
export type OrderProgress = z.infer<typeof OrderProgress>

/** A shop that has not ordered in a cycle yet; its phone, else its owner's, for those alone
 * who see how a customer is reached. */
const ShopWaitedFor = z
  .object({
    customerId: CustomerIdField,
    number: z.number().int(),
    code: z.string(),
    name: TextField,
    unitPath: UnitPathField,
    phone: z.string().optional(),
    isOnHold: z.boolean(),
    hasStandingDraft: z.boolean().describe('Its draft is placed at the cut-off by itself.'),
    lastOrderedAt: z.string().optional(),
    reminded: z
      .object({ at: z.string(), by: z.string().optional() })
      .optional()
      .describe('When staff reminded it of this window, and the name of who did.'),
  })
  .meta({ id: 'ShopWaitedFor' })
export type ShopWaitedFor = z.infer<typeof ShopWaitedFor>
export const ShopWaitedForPage = pageOf(ShopWaitedFor).meta({ id: 'ShopWaitedForPage' })

/** What narrows the shops that a cycle waits for. */
export const WaitedForFilter = z.object({
  text: z.string().trim().max(60).optional().describe('In name, sound, code or number.'),
  standing: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Only shops with a draft that is placed at the cut-off, or only those without.'),
  reminded: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Only shops that staff reminded of this window, or only those they did not.'),
})
export type WaitedForFilter = z.infer<typeof WaitedForFilter>
export const WaitedForQuery = PageQuery.extend({
  ...WaitedForFilter.shape,
  unitPath: UnitPathField.optional(),
})

const MOST_REMINDED_AT_ONCE = 200

/** The shops to remind of a window that closes without their order. */
export const RemindShops = z
  .object({ customerIds: z.array(CustomerIdField).min(1).max(MOST_REMINDED_AT_ONCE) })
  .meta({ id: 'RemindShops' })

/** What became of each shop that was to be reminded; a refusal says what to do instead. */
export const ReminderVerdicts = z
  .object({
    items: z.array(
      z.object({
        key: CustomerIdField,
        verdict: z.enum(['told', 'refused']),
        code: z.string().optional(),
        message: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'ReminderVerdicts' })
export type ReminderVerdicts = z.infer<typeof ReminderVerdicts>
