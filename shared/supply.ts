import * as z from 'zod'
import { TextField } from './accounts.ts'
import { CycleIdField, CycleView } from './calendar.ts'
import { ProductIdField } from './catalogue.ts'
import { PageQuery } from './paging.ts'

const MOST_SAVED_AT_ONCE = 100
const quantity = z.number().int().min(0).max(999_999)
const ofGrade = z.object({ grade: z.number().int().min(1).max(99), quantity })
const forAll = z.object({
  firstCome: z.number().int().min(0).max(999_999_999).describe('In all, for whoever comes first.'),
})
const why = { reason: z.string().trim().min(1).max(300).optional().describe('Why it changes.') }

/** A limit of a product in a cycle: what a shop of a grade may take, or how much there is for whoever comes first. */
export const SaveLimit = z
  .union([ofGrade.extend(why).strict(), forAll.extend(why).strict()])
  .meta({ id: 'SaveLimit' })

const product = { product: z.string().min(1).max(60).describe('Its code, or its id.') }

export const SaveLimits = z
  .object({
    items: z
      .array(z.union([ofGrade.extend(product).strict(), forAll.extend(product).strict()]))
      .min(1)
      .max(MOST_SAVED_AT_ONCE),
  })
  .meta({ id: 'SaveLimits' })
export type SaveLimits = z.infer<typeof SaveLimits>

const BandCap = z.object({
  code: z.string(),
  cap: z.number().int(),
  isNamed: z.boolean().describe('A cap that people named stays when a limit of the band changes.'),
})

/** What is released of a product in a cycle; `version` is that of the cycle's release. */
export const LimitsOfProduct = z
  .object({
    version: z.number().int(),
    limits: z.array(ofGrade.extend({ band: BandCap.optional() })),
    firstComeLeft: z.number().int().optional(),
    firstComeTotal: z.number().int().optional().describe('Given out in all, taken or not.'),
  })
  .meta({ id: 'LimitsOfProduct' })
export type LimitsOfProduct = z.infer<typeof LimitsOfProduct>

/** Which limits of a customer: of the cycle that is open or comes next unless told, and of what the text finds. */
export const CustomerLimitsQuery = PageQuery.extend({
  cycleId: CycleIdField.optional(),
  text: z.string().max(100).optional(),
})

/** A limit as it holds for one customer. By grade: what each shop of the grade may take, before a shop called on every
 * other week gets twice of it. First come: what is left for all. */
const CustomerLimit = z.object({
  productId: ProductIdField,
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  kind: z.enum(['grade', 'first-come']),
  quantity: z.number().int(),
  isDoubled: z.boolean().optional(),
  band: z.string().optional(),
})
export type CustomerLimit = z.infer<typeof CustomerLimit>

/** What a cycle's release says to a customer, by product code. */
export const CustomerLimits = z
  .object({
    cycle: CycleView.optional(),
    grade: z.number().int().optional(),
    /** Of the cycle's release; 0 when nothing is released. */
    version: z.number().int(),
    publishedAt: z.string().optional(),
    shops: z.number().int().describe('How many shops have the same limits.'),
    bands: z.array(
      BandCap.extend({
        members: z
          .array(z.object({ price: z.number().int(), unit: TextField }))
          .optional()
          .describe('What its products cost this customer, of one unit and in minor units.'),
      }),
    ),
    items: z.array(CustomerLimit),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'CustomerLimits' })
export type CustomerLimits = z.infer<typeof CustomerLimits>

/** By what limits the lines of an order were judged: the release and the grade of then. */
export const OrderDecision = z
  .object({
    version: z.number().int().describe('Of the release; 0 when nothing was released.'),
    publishedAt: z.string().optional(),
    grade: z.number().int().optional(),
    shops: z.number().int().describe('How many shops had the same limits.'),
    bands: z.array(BandCap),
    lines: z.array(
      z.object({
        productId: ProductIdField,
        limit: z.number().int(),
        isDoubled: z.boolean(),
        band: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'OrderDecision' })
export type OrderDecision = z.infer<typeof OrderDecision>
