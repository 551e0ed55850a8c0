import * as z from 'zod'
import { CustomerIdField } from './accounts.ts'
import { PersonIdField } from './identity.ts'
import { currencies } from './money.ts'
import { approvalModes, spendingPeriods } from './spending-periods.ts'

const MOST_AMOUNT = 1e12
/** At most so many people of a shop have limits of their own. */
const MOST_LIMITS = 100

/** How much a buyer may order in a period, in minor units with tax. */
export const SpendingLimit = z
  .object({ amount: z.number().int().min(0).max(MOST_AMOUNT), period: z.enum(spendingPeriods) })
  .meta({ id: 'SpendingLimit' })
export type SpendingLimit = z.infer<typeof SpendingLimit>

/** What holds for the buyers of a shop; who is not named has no limit. */
export const SaveBuyerSettings = z
  .object({
    approval: z.enum(approvalModes),
    limits: z
      .array(SpendingLimit.extend({ personId: PersonIdField }))
      .max(MOST_LIMITS)
      .refine((limits) => new Set(limits.map(({ personId }) => personId)).size === limits.length),
  })
  .meta({ id: 'SaveBuyerSettings' })
export type SaveBuyerSettings = z.infer<typeof SaveBuyerSettings>

export const BuyerSettings = SaveBuyerSettings.extend({
  customerId: CustomerIdField,
  version: z.number().int(),
  currency: z.enum(currencies),
}).meta({ id: 'BuyerSettings' })
export type BuyerSettings = z.infer<typeof BuyerSettings>

/** How a buyer stands: what is approved by the owner, and what the limit leaves until the period ends. */
export const Spending = z
  .object({
    approval: z.enum(approvalModes),
    currency: z.enum(currencies),
    timeZone: z.string(),
    limit: SpendingLimit.extend({
      spent: z.number().int(),
      left: z.number().int(),
      periodEnds: z.string(),
    }).optional(),
  })
  .meta({ id: 'Spending' })
export type Spending = z.infer<typeof Spending>
