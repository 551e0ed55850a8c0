import * as z from 'zod'
import { CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { currencies } from './money.ts'
import { oddityKinds, oddityStates } from './oddity-kinds.ts'
import { OrderIdField } from './orders.ts'
import { PageQuery, pageOf } from './paging.ts'

/** From when on an order is worth a look. */
export const OddityThresholds = z
  .object({
    identicalLines: z.number().int().min(1).max(500).describe('Lines that two shops have alike.'),
    deviceShops: z.number().int().min(2).max(100).describe('Shops that ordered from one address.'),
    lateMinutes: z.number().int().min(1).max(1440).describe('Before the close.'),
    latePercent: z.number().int().min(1).max(1000).describe('By which a late change moved the total.'),
    swingPercent: z
      .number()
      .int()
      .min(110)
      .max(10_000)
      .describe('Of the mean of four cycles: above it, or below its inverse; 200 is twice or half.'),
    swingQuantity: z.number().int().min(1).max(1_000_000).describe('Now or in the mean, at least.'),
  })
  .meta({ id: 'OddityThresholds' })
export type OddityThresholds = z.infer<typeof OddityThresholds>
export const StoredThresholds = OddityThresholds.extend({ version: z.number().int() }).meta({
  id: 'StoredThresholds',
})
export type StoredThresholds = z.infer<typeof StoredThresholds>

const Peer = z.object({ customerId: CustomerIdField, name: TextField })
const OrderOfOddity = z.object({
  orderId: OrderIdField,
  number: z.string(),
  total: z.number().int().describe('In minor units, with tax.'),
})

/** What is worth a look, in numbers. Other shops are counted; those of the asker's units are named. */
const OddityEvidence = z.object({
  identical: z
    .object({
      shops: z.number().int(),
      lines: z.number().int(),
      quantity: z.number().int(),
      peers: z.array(Peer),
    })
    .optional(),
  device: z.object({ shops: z.number().int(), peers: z.array(Peer) }).optional(),
  late: z
    .object({
      orderId: OrderIdField,
      number: z.string(),
      secondsBefore: z.number().int().describe('Before the close.'),
      from: z.number().int(),
      to: z.number().int(),
    })
    .optional(),
  swing: z.object({ quantity: z.number().int(), mean: z.number(), cycles: z.number().int() }).optional(),
})

/** What someone of the staff found when they looked. */
export const OddityReview = z.object({
  state: z.enum(oddityStates),
  note: z.string(),
  by: z.string().describe('The name of who looked.'),
  at: z.string(),
})

/** A shop whose orders in a closed cycle are worth a look: evidence for people, never a judgement. */
export const Oddity = z
  .object({
    cycleId: CycleIdField,
    customerId: CustomerIdField,
    customerName: TextField,
    number: z.number().int(),
    unitPath: UnitPathField,
    kinds: z.array(z.enum(oddityKinds)),
    evidence: OddityEvidence,
    orders: z.array(OrderOfOddity),
    currency: z.enum(currencies),
    review: OddityReview.optional(),
    version: z.number().int(),
  })
  .meta({ id: 'Oddity' })
export type Oddity = z.infer<typeof Oddity>
export const OddityPage = pageOf(Oddity).meta({ id: 'OddityPage' })

export const OddityFilter = z.object({
  kind: z.enum(oddityKinds).optional(),
  state: z.enum(['open', ...oddityStates]).optional(),
})
export type OddityFilter = z.infer<typeof OddityFilter>
export const OddityQuery = PageQuery.extend({
  ...OddityFilter.shape,
  cycleId: CycleIdField,
  unitPath: UnitPathField.optional(),
})

/** What someone found who looked: it is fine, or it is to be followed. */
export const ReviewOddity = z
  .object({ state: z.enum(oddityStates), note: z.string().trim().min(1).max(500) })
  .meta({ id: 'ReviewOddity' })
export type ReviewOddity = z.infer<typeof ReviewOddity>

const counted = {
  shops: z.number().int(),
  open: z.number().int().describe('Nobody has looked yet.'),
  kinds: z.record(z.enum(oddityKinds), z.number().int()),
}

/** The cycles that were looked over, the last one first, and what one of them brought: the one asked for, else the last
 * in which anyone ordered. */
export const OddityCounts = z
  .object({
    looks: z.array(
      z.object({
        cycleId: CycleIdField,
        batch: z.string(),
        name: TextField.optional(),
        orderDay: z.string().optional(),
        closedAt: z.string(),
        ordered: z.number().int().optional().describe('Shops that ordered in it, where that was counted.'),
      }),
    ),
    cycleId: CycleIdField.optional(),
    ...counted,
    units: z.array(z.object({ unitPath: UnitPathField, ...counted })),
  })
  .meta({ id: 'OddityCounts' })
export type OddityCounts = z.infer<typeof OddityCounts>
