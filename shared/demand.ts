import * as z from 'zod'
import { TextField, UnitPathField } from './accounts.ts'
import { CycleIdField } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { demandOrders } from './demand-rules.ts'

const records = {
  shops: z.number().int().describe('Shops that wanted some, each counted once for a product.'),
  stockOuts: z.number().int().describe('Those of them that got none.'),
}

/** What shops wanted of a product in a cycle and what they got, in its unit. */
const ProductDemand = z
  .object({
    productId: ProductIdField,
    code: z.string(),
    name: TextField,
    pinyin: z.string(),
    unit: TextField,
    wanted: z.number().int(),
    got: z.number().int(),
    ...records,
  })
  .meta({ id: 'ProductDemand' })
export type ProductDemand = z.infer<typeof ProductDemand>

/** What the shops of units wanted in a cycle against what they got. Cancelled and lapsed orders are left out. */
export const CycleDemand = z
  .object({
    cycleId: CycleIdField,
    asOf: z.string().describe('When it was counted.'),
    orders: z.number().int(),
    lastOrderedIn: CycleIdField.optional().describe(
      'Where there are no orders: the cycle nearest before in which the same shops ordered.',
    ),
    ...records,
    units: z
      .array(z.object({ unitPath: UnitPathField, ...records }))
      .describe('The first units below which the orders part; their figures sum up to those of all.'),
    products: z.array(ProductDemand),
  })
  .meta({ id: 'CycleDemand' })
export type CycleDemand = z.infer<typeof CycleDemand>

/** What the products are narrowed to, and the order they stand in. */
export const DemandFilter = z.object({
  text: z.string().trim().max(60).optional().describe('In name, sound or code.'),
  short: z.literal('yes').optional().describe('Only products of which somebody got less than wanted.'),
  sort: z.enum(demandOrders).optional().describe('By what is unmet unless told.'),
})
export type DemandFilter = z.infer<typeof DemandFilter>
