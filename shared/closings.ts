import * as z from 'zod'
import { CustomerIdField, TextField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { currencies } from './money.ts'
import { OrderIdField } from './orders.ts'

const closingOutcomes = [
  'standing-placed',
  'standing-refused',
  'awaiting-funds',
  'confirmed',
  'lapsed',
  'failed',
] as const

/** What the closing of a cycle has to tell of one customer, or of one of its orders. `problems` are why a standing draft
 * was refused, or which lines of it were left out. */
export const ClosingLine = z.object({
  customerId: CustomerIdField,
  outcome: z.enum(closingOutcomes),
  orderId: OrderIdField.optional(),
  number: z.string().optional(),
  total: z.number().int().optional(),
  problems: z
    .array(
      z.object({
        code: z.string(),
        productId: ProductIdField.optional(),
        facts: z.record(z.string(), z.unknown()).optional(),
        message: z.string().optional(),
      }),
    )
    .optional(),
})
export type ClosingLine = z.infer<typeof ClosingLine>

/** How far the closing of a cycle came, and what it counted; money in minor units. `waiting` is until when orders without
 * cover wait; `counts` are by name: customers closed, orders, lines, total, and orders by what became of them. */
export const ClosingReport = z
  .object({
    cycleId: CycleIdField,
    state: z.enum(['not-begun', 'not-recorded', 'running', 'failed', 'done']),
    done: z.number().int(),
    total: z.number().int(),
    counts: z.record(z.string(), z.number().int()),
    currency: z.enum(currencies),
    items: z.array(ClosingLine.extend({ customerName: TextField })),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ClosingReport' })
export type ClosingReport = z.infer<typeof ClosingReport>
