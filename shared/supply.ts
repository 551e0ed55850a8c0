import * as z from 'zod'

const MOST_SAVED_AT_ONCE = 100
const quantity = z.number().int().min(0).max(999_999)
const ofGrade = z.object({ grade: z.number().int().min(1).max(99), quantity })
const forAll = z.object({
  firstCome: z.number().int().min(0).max(999_999_999).describe('In all, for whoever comes first.'),
})

/** A limit of a product in a cycle: what a shop of a grade may take, or how much there is for whoever comes first. */
export const SaveLimit = z.union([ofGrade.strict(), forAll.strict()]).meta({ id: 'SaveLimit' })

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

/** What is released of a product in a cycle; `version` is that of the cycle's release. */
export const LimitsOfProduct = z
  .object({
    version: z.number().int(),
    limits: z.array(ofGrade),
    firstComeLeft: z.number().int().optional(),
    firstComeTotal: z.number().int().optional().describe('Given out in all, taken or not.'),
  })
  .meta({ id: 'LimitsOfProduct' })
