import * as z from 'zod'
import { CustomerIdField, TextField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { currencies } from './money.ts'
import { MOST_LINES_ASKED, waivableRules } from './order-rules.ts'
import { pageOf } from './paging.ts'

export const OrderIdField = z.templateLiteral(['ord_', z.string().regex(/^[0-9A-Z]{16}-[1-9][0-9]{0,7}$/)])

export const LineNoteField = z.string().trim().min(1).max(200)

/** What a customer writes on an order for itself and for us; what is left out is not there. */
export const written = {
  ownNumber: z.string().trim().min(1).max(40).optional().describe("The customer's own order number."),
  note: z.string().trim().min(1).max(500).optional(),
  addressId: z
    .string()
    .max(20)
    .optional()
    .describe('One of the addresses of the customer; else its main one.'),
}

/** A line as asked for: `wanted` is what the shop would take if it could, at least `quantity`. Both in the product's unit. */
export const OrderLineInput = z
  .object({
    productId: ProductIdField,
    quantity: z.number(),
    wanted: z.number().int().min(0).max(999_999).optional(),
    note: LineNoteField.optional(),
  })
  .meta({ id: 'OrderLineInput' })
export type OrderLineInput = z.infer<typeof OrderLineInput>

const lines = z.array(OrderLineInput).min(1).max(MOST_LINES_ASKED)
const seenTotal = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe('The total the person saw, in minor units; another one is refused.')

/** How often orders of a customer, or changes of them, had gone past its draft when one looked. */
export const DraftsSpentField = z
  .number()
  .int()
  .min(0)
  .describe(
    'How often an order had gone past the draft when it was read: with an older count, keeping and placing are refused.',
  )

export const PlaceOrder = z
  .object({
    customerId: CustomerIdField,
    cycleId: CycleIdField,
    lines,
    seenTotal,
    ...written,
    basketVersion: z.number().int().min(0).optional().describe('The draft that this order spends.'),
    draftsSpent: DraftsSpentField.optional(),
  })
  .meta({ id: 'PlaceOrder' })
export type PlaceOrder = z.infer<typeof PlaceOrder>

/** An order as it is to be now; without an address it keeps the one it has. */
export const ChangeOrder = z.object({ lines, seenTotal, ...written }).meta({ id: 'ChangeOrder' })
export type ChangeOrder = z.infer<typeof ChangeOrder>

/** An order as staff put it right, with the reason; what is not in `overriding` is refused as always. */
export const CorrectOrder = ChangeOrder.extend({
  reason: z.string().trim().min(1).max(300),
  overriding: z.array(z.enum(waivableRules)).max(waivableRules.length).optional(),
}).meta({ id: 'CorrectOrder' })
export type CorrectOrder = z.infer<typeof CorrectOrder>

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
    note: z.string().optional(),
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
    isCorrected: z.boolean().optional().describe('Put right by staff after its window.'),
    isStanding: z.boolean().optional().describe('Placed at the cut-off from the standing draft.'),
    fundsUntil: z.string().optional().describe('Until when it waits for money; then it lapses.'),
    source: z.string().optional().describe('The document of another system that it came from.'),
    ownNumber: z.string().optional(),
  })
  .meta({ id: 'OrderHead' })
export type OrderHead = z.infer<typeof OrderHead>

/** One version of an order with its lines: what placing and changing answer. */
export const Order = OrderHead.extend({
  lines: z.array(OrderLine),
  net: z.number().int(),
  tax: z.number().int(),
  note: z.string().optional(),
  addressId: z.string().optional(),
  address: z.string().optional().describe('Where it goes, as it was when ordered.'),
  basketVersion: z.number().int().optional(),
  judgedBy: z
    .object({ catalogue: z.number().int(), release: z.number().int() })
    .optional()
    .describe("The catalogue's edition and the release's version that the lines were checked by."),
  correction: z
    .object({
      reason: z.string(),
      overridden: z.array(z.object({ code: z.string(), productId: ProductIdField.optional() })),
    })
    .optional()
    .describe('Why staff corrected it, and the rules that were set aside.'),
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
/** The products of an order as lists show them, by id. */
export const OrderedProducts = z.record(z.string(), OrderedProduct)
export type OrderedProducts = z.infer<typeof OrderedProducts>

/** An order with all that its page needs: names, the window, and what happened to it. */
export const OrderDetails = Order.extend({
  customerName: TextField,
  timeZone: z.string(),
  closesAt: z.string(),
  isChangeable: z.boolean(),
  now: z.string(),
  products: OrderedProducts,
  missingFunds: z
    .number()
    .int()
    .optional()
    .describe('What the customer lacks, in minor units, while the order waits for money.'),
  preparedBy: z.string().optional().describe('Who prepared it, where the owner approved it.'),
}).meta({ id: 'OrderDetails' })
export type OrderDetails = z.infer<typeof OrderDetails>

export const OrderPage = pageOf(OrderHead).meta({ id: 'OrderPage' })

/** An order in a staff list: with whose it is. */
export const UnitOrder = OrderHead.extend({ customerName: TextField, unitPath: z.string() }).meta({
  id: 'UnitOrder',
})
export type UnitOrder = z.infer<typeof UnitOrder>
export const UnitOrderPage = pageOf(UnitOrder).meta({ id: 'UnitOrderPage' })

/** What a staff list of orders is narrowed to. */
export const OrderFilter = z.object({
  text: z.string().trim().min(1).max(40).optional().describe("In the order's number or the customer's own."),
  state: z.enum([...orderStateNames, 'corrected']).optional(),
  behalf: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Placed by staff for the customer, or by the shop itself.'),
})
export type OrderFilter = z.infer<typeof OrderFilter>
