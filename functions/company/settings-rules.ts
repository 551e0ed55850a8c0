import type { Company } from '#shared/accounts'
import { brandOnWhite } from '#shared/brand-rules'
import type { Text } from '#shared/languages'
import type { Facts, ProblemCode } from '#shared/problems'

/** What stands while the settings are to be changed. */
export type Standing = {
  hasCustomers: boolean
  /** Version 0 is no plan yet. */
  planVersion: number
  portalZone: string
  /** Shops that have ordered in cycles that are open now, and when the last of these closes. */
  ordered: { count: number; closesAt: string | undefined }
}

type Refusal = { code: ProblemCode; facts: Facts }
type Setting = keyof Company

const fieldNames = {
  preset: { zh: '经营方式', en: 'way of trading' },
  currency: { zh: '币种', en: 'currency' },
  oneOrderACycle: { zh: '每周期一单的规则', en: 'The rule of one order a cycle' },
  pricesIncludeTax: { zh: '含税价的规则', en: 'The rule whether prices include tax' },
} as const satisfies Partial<Record<Setting, Text>>

/** What money is counted in, and how the company trades: fixed once a customer stands. */
const fixedByCustomers = ['preset', 'currency'] as const
/** Rules that judge orders: the same for all orders of a cycle. */
const fixedByOrders = ['oneOrderACycle', 'pricesIncludeTax'] as const

/** Why these settings cannot take the place of those before, the first reason alone; undefined when they can. Names,
 * telephone number and colour change at any time. */
export function refusalOfSettings(before: Company, after: Company, standing: Standing): Refusal | undefined {
  const isChanged = (field: Setting) => before[field] !== after[field]
  const counted = fixedByCustomers.find(isChanged)
  if (counted && standing.hasCustomers)
    return { code: 'company.customers_stand', facts: { field: fieldNames[counted] } }
  if (isChanged('timeZone')) {
    if (standing.planVersion > 0) return { code: 'company.zone_in_plan', facts: { zone: before.timeZone } }
    if (after.timeZone !== standing.portalZone)
      return { code: 'company.zone_of_portal', facts: { zone: standing.portalZone } }
  }
  const judging = fixedByOrders.find(isChanged)
  const { count, closesAt } = standing.ordered
  if (judging && count > 0) {
    const facts = { field: fieldNames[judging], count, closesAt, timeZone: before.timeZone }
    return { code: 'company.orders_are_open', facts }
  }
  return isChanged('brandColour') ? refusalOfColour(after.brandColour) : undefined
}

function refusalOfColour(colour: string): Refusal | undefined {
  const { contrast, nearest } = brandOnWhite(colour)
  if (nearest === colour) return undefined
  return { code: 'company.colour_unreadable', facts: { colour, nearest, contrast } }
}
