import * as z from 'zod'
import { CustomerIdField, TextField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { MOST_FILE_BYTES } from './order-file.ts'
import { MOST_LINES } from './order-rules.ts'
import { DraftsSpentField, LineNoteField, OrderIdField, written } from './orders.ts'
import { pageOf } from './paging.ts'

const QuantityField = z.number().int().min(0).max(999_999)

/** A line of a draft or a list; `wanted` is there when more is wanted than may be ordered. */
export const DraftLine = z
  .object({
    productId: ProductIdField,
    quantity: QuantityField,
    wanted: QuantityField.optional(),
    note: LineNoteField.optional(),
  })
  .meta({ id: 'DraftLine' })
export type DraftLine = z.infer<typeof DraftLine>

/** The draft of a customer's order, kept on the server. */
export const Basket = z
  .object({
    customerId: CustomerIdField,
    version: z.number().int(),
    lines: z.array(DraftLine).max(MOST_LINES),
    ...written,
    changes: OrderIdField.optional().describe(
      'The order that this draft is to change, where it is no new one.',
    ),
    changedAt: z.string().optional(),
    isSpent: z
      .boolean()
      .optional()
      .describe(
        'An order, or a change of one, went past it: it is placed no more. Kept again, it stands anew.',
      ),
    draftsSpent: DraftsSpentField.optional(),
    gone: z
      .record(z.string(), TextField)
      .optional()
      .describe('What products of the lines are called that are on sale no more, by id.'),
  })
  .meta({ id: 'Basket' })
export type Basket = z.infer<typeof Basket>
export const SaveBasket = Basket.pick({
  lines: true,
  ownNumber: true,
  note: true,
  addressId: true,
  changes: true,
  draftsSpent: true,
}).meta({
  id: 'SaveBasket',
})
export type SaveBasket = z.infer<typeof SaveBasket>

const MOST_STOCKED = 2000

/** What a shop says it still has of products, each with when it said so; kept whatever is ordered. */
export const Stock = z
  .object({
    customerId: CustomerIdField,
    version: z.number().int(),
    items: z
      .array(z.object({ productId: ProductIdField, quantity: QuantityField, typedAt: z.string() }))
      .max(MOST_STOCKED),
  })
  .meta({ id: 'Stock' })
export type Stock = z.infer<typeof Stock>
/** Counts to lay over those that are kept; `null` forgets one. */
export const SaveStock = z
  .object({
    items: z
      .array(z.object({ productId: ProductIdField, quantity: QuantityField.nullable() }))
      .min(1)
      .max(MOST_STOCKED),
  })
  .meta({ id: 'SaveStock' })
export type SaveStock = z.infer<typeof SaveStock>

/** At most so many lists a customer: all of them are read at once. */
export const MOST_LISTS = 50
/** The list that the stars of the order page fill: it is always there. */
export const FAVOURITES = 'favourites'
export const ListIdField = z.union([
  z.literal(FAVOURITES),
  z.templateLiteral(['lst_', z.string().regex(/^[0-9A-Z]{16}$/)]),
])

/** A list of a customer to order from again: its lines may name products that are not on offer just now. */
export const OrderList = z
  .object({
    listId: ListIdField,
    name: z.string(),
    lines: z.array(DraftLine.omit({ wanted: true })).max(MOST_LINES),
    version: z.number().int(),
    changedAt: z.string(),
  })
  .meta({ id: 'OrderList' })
export type OrderList = z.infer<typeof OrderList>
export const OrderLists = z.object({ items: z.array(OrderList) }).meta({ id: 'OrderLists' })
export const SaveOrderList = OrderList.pick({ lines: true })
  .extend({ name: z.string().trim().min(1).max(60) })
  .meta({ id: 'SaveOrderList' })
export type SaveOrderList = z.infer<typeof SaveOrderList>

/** A list that a customer deleted: its history is still there. */
export const RemovedList = OrderList.pick({ listId: true, name: true })
  .extend({ removedAt: z.string() })
  .meta({ id: 'RemovedList' })
export type RemovedList = z.infer<typeof RemovedList>
export const RemovedLists = pageOf(RemovedList).meta({ id: 'RemovedLists' })

/** What was ordered in each of the last cycles that were ordered in, the newest first, by product. */
export const PastQuantities = z
  .object({
    cycles: z.array(CycleIdField).max(4),
    items: z.array(z.object({ productId: ProductIdField, quantities: z.array(z.number().int()) })),
  })
  .meta({ id: 'PastQuantities' })
export type PastQuantities = z.infer<typeof PastQuantities>

/** A file of rows to order from, CSV or XLSX; its bytes as base64 within the bounds of a body. */
export const OrderRowsFile = z
  .object({
    content: z
      .base64()
      .min(1)
      .max((MOST_FILE_BYTES / 3) * 4),
  })
  .meta({ id: 'OrderRowsFile' })
export const OrderRows = z.object({ rows: z.array(z.array(z.string())) }).meta({ id: 'OrderRows' })
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
