import * as z from 'zod'
import { CustomerIdField, TextField, UnitPathField } from './accounts.ts'
import { OrderIdField } from './orders.ts'
import { PageQuery, pageOf } from './paging.ts'

const objectionStateNames = ['raised', 'corrected', 'explained'] as const
const WordsField = z.string().trim().min(1).max(500)

/** What an owner has against an order that was placed in the shop's name. */
export const RaiseObjection = z.object({ reason: WordsField }).meta({ id: 'RaiseObjection' })
/** What became of it: the order was put right, or why it stays as it is. */
export const SettleObjection = z
  .object({ outcome: z.enum(['corrected', 'explained']), answer: WordsField })
  .meta({ id: 'SettleObjection' })
export type SettleObjection = z.infer<typeof SettleObjection>

export const Objection = z
  .object({
    orderId: OrderIdField,
    customerId: CustomerIdField,
    state: z.enum(objectionStateNames),
    reason: z.string(),
    raisedBy: z.string(),
    raisedAt: z.string(),
    orderVersion: z.number().int().describe('The version that was objected to.'),
    answer: z.string().optional(),
    settledBy: z.string().optional(),
    settledAt: z.string().optional(),
  })
  .meta({ id: 'Objection' })
export type Objection = z.infer<typeof Objection>

/** The objection to an order, and until when one may be raised. */
export const ObjectionOfOrder = z
  .object({ objection: Objection.optional(), mayObjectUntil: z.string().optional() })
  .meta({ id: 'ObjectionOfOrder' })
export type ObjectionOfOrder = z.infer<typeof ObjectionOfOrder>

/** An objection in a staff list: with whose it is. */
export const UnitObjection = z
  .object({
    orderId: OrderIdField,
    customerId: CustomerIdField,
    customerName: TextField,
    unitPath: z.string(),
    number: z.string(),
    reason: z.string(),
    raisedAt: z.string(),
  })
  .meta({ id: 'UnitObjection' })
export type UnitObjection = z.infer<typeof UnitObjection>
export const UnitObjectionPage = pageOf(UnitObjection).meta({ id: 'UnitObjectionPage' })
export const ObjectionQuery = PageQuery.extend({
  unitPath: UnitPathField.optional(),
  state: z.enum(objectionStateNames).default('raised'),
})
