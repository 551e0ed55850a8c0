import * as z from 'zod'
import { CustomerIdField, TextField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { currencies } from './money.ts'
import { MOST_LINES } from './order-rules.ts'
import { pageOf } from './paging.ts'

export const OrderIdField = z.templateLiteral(['ord_', z.string().regex(/^[0-9A-Z]{16}-[1-9][0-9]{0,7}$/)])

/** A line as asked for: `wanted` is what the shop would take if it could, at least `quantity`. Both in the product's unit. */
export const OrderLineInput = z
  .object({
    productId: ProductIdField,
    quantity: z.number(),
    wanted: z.number().int().min(0).max(999_999).optional(),
  })
  .meta({ id: 'OrderLineInput' })
export type OrderLineInput = z.infer<typeof OrderLineInput>

const lines = z.array(OrderLineInput).min(1).max(MOST_LINES)
const seenTotal = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe('The total the person saw, in minor units; another one is refused.')

export const PlaceOrder = z
  .object({
    customerId: CustomerIdField,
    cycleId: CycleIdField,
    lines,
    seenTotal,
    basketVersion: z.number().int().min(0).optional().describe('The draft that this order spends.'),
  })
  .meta({ id: 'PlaceOrder' })
export type PlaceOrder = z.infer<typeof PlaceOrder>

export const ChangeOrder = z.object({ lines, seenTotal }).meta({ id: 'ChangeOrder' })
export type ChangeOrder = z.infer<typeof ChangeOrder>

export const OrderLine = z
  .object({
    productId: ProductIdField,
    quantity: z.number().int(),
    wanted: z.number().int(),
    price: z.number().describe('In minor units; of history it may hold a part of one.'),
    amount: z.number().int(),
    taxRate: z.number().int(),
    isTaxIncluded: z.boolean().describe('Whether price and amount hold the tax; else it comes on top.'),
    tax: z.number().int(),
    limit: z.number().int().optional(),
  })
  .meta({ id: 'OrderLine' })
export type OrderLine = z.infer<typeof OrderLine>

export const orderStateNames = [
  'placed',
  'awaiting-funds',
  'confirmed',
  'lapsed',
  'cancelled',
  'cancellation',
  'correction',
] as const

/** An order as lists show it; `total` in minor units with tax. */
export const OrderHead = z
  .object({
    orderId: OrderIdField,
    number: z.string(),
    customerId: CustomerIdField,
    cycleId: CycleIdField,
    state: z.enum(orderStateNames),
    version: z.number().int(),
    total: z.number().int(),
    currency: z.enum(currencies),
    lineCount: z.number().int(),
    placedAt: z.string(),
    changedAt: z.string(),
    isOnBehalf: z.boolean(),
    isStanding: z.boolean().optional().describe('Placed at the cut-off from the standing draft.'),
    fundsUntil: z.string().optional().describe('Until when it waits for money; then it lapses.'),
    source: z.string().optional().describe('The document of another system that it came from.'),
  })
  .meta({ id: 'OrderHead' })
export type OrderHead = z.infer<typeof OrderHead>

/** One version of an order with its lines: what placing and changing answer. */
export const Order = OrderHead.extend({
  lines: z.array(OrderLine),
  net: z.number().int(),
  tax: z.number().int(),
  basketVersion: z.number().int().optional(),
}).meta({ id: 'Order' })
export type Order = z.infer<typeof Order>

const OrderedProduct = z.object({
  code: z.string(),
  name: TextField,
  unit: TextField,
  category: z.string(),
  glyph: z.string(),
  colour: z.string(),
  picture: z.string().optional(),
})

/** An order with all that its page needs: names, the window, and what happened to it. */
export const OrderDetails = Order.extend({
  customerName: TextField,
  timeZone: z.string(),
  closesAt: z.string(),
  isChangeable: z.boolean(),
  now: z.string(),
  products: z.record(z.string(), OrderedProduct),
}).meta({ id: 'OrderDetails' })
export type OrderDetails = z.infer<typeof OrderDetails>

export const OrderPage = pageOf(OrderHead).meta({ id: 'OrderPage' })

/** An order in a staff list: with whose it is. */
export const UnitOrder = OrderHead.extend({ customerName: TextField, unitPath: z.string() }).meta({
  id: 'UnitOrder',
})
export type UnitOrder = z.infer<typeof UnitOrder>
export const UnitOrderPage = pageOf(UnitOrder).meta({ id: 'UnitOrderPage' })

/** The draft of a customer's order, kept on the server. */
export const Basket = z
  .object({
    customerId: CustomerIdField,
    version: z.number().int(),
    lines: z
      .array(z.object({ productId: ProductIdField, quantity: z.number().int().min(0).max(999_999) }))
      .max(MOST_LINES),
    changedAt: z.string().optional(),
  })
  .meta({ id: 'Basket' })
export type Basket = z.infer<typeof Basket>
export const SaveBasket = Basket.pick({ lines: true }).meta({ id: 'SaveBasket' })
export type SaveBasket = z.infer<typeof SaveBasket>

/** Whether a customer's draft is placed at the cut-off when nobody placed it, and whether lines that the rules refuse are
 * then left out (and told); else the whole draft is refused. Version 0 while nobody has chosen. */
export const StandingDraft = z
  .object({
    customerId: CustomerIdField,
    isOn: z.boolean(),
    leavesOut: z.boolean(),
    version: z.number().int(),
    changedAt: z.string().optional(),
  })
  .meta({ id: 'StandingDraft' })
export type StandingDraft = z.infer<typeof StandingDraft>

export const SaveStandingDraft = StandingDraft.pick({ isOn: true, leavesOut: true }).meta({
  id: 'SaveStandingDraft',
})
export type SaveStandingDraft = z.infer<typeof SaveStandingDraft>

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
    state: z.enum(['not-begun', 'running', 'failed', 'done']),
    done: z.number().int(),
    total: z.number().int(),
    counts: z.record(z.string(), z.number().int()),
    currency: z.enum(currencies),
    items: z.array(ClosingLine.extend({ customerName: TextField })),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ClosingReport' })
export type ClosingReport = z.infer<typeof ClosingReport>
