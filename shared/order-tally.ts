import * as z from 'zod'
import { UnitPathField } from './accounts.ts'
import { currencies } from './money.ts'

const counted = {
  orders: z.number().int(),
  total: z.number().int().describe('In minor units, with tax.'),
}

/** The orders of units counted: by unit, and by the day they were placed on. Cancelled and lapsed ones are left out. */
export const OrderTally = z
  .object({
    ...counted,
    currency: z.enum(currencies),
    asOf: z.string().describe('When it was counted.'),
    units: z
      .array(z.object({ unitPath: UnitPathField, ...counted }))
      .describe('The first units below which the orders part, the largest total first.'),
    days: z
      .array(z.object({ date: z.string(), ...counted }))
      .describe('The last fourteen days, today last; empty for a cycle.'),
  })
  .meta({ id: 'OrderTally' })
export type OrderTally = z.infer<typeof OrderTally>
