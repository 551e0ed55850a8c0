import { accountWrite } from '#accounts'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, idOf, type ProductId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import type { OrderLineInput } from '#shared/orders'
import { unitPriceAt } from '#shared/price-rules'
import { lineMoney } from '#shared/tax'
import { addDays, type BusinessDate, weekdayOf } from '#shared/time'
import type { SupplyChanges } from '#supply'
import { type CycleUse, cycleUseWrite } from './cycle-use-store.ts'
import { withTag } from './device-tag.ts'
import { type Head, headWrite } from './head-store.ts'
import type { OrderContext } from './order-context.ts'
import { type StoredLine, type Version, versionWrite } from './version-store.ts'

/** So many orders of one customer or takers of one scarce product may get in between before we say "busy". What failed is
 * read again, strongly, which gives the true answer. */
export const orderRaces = {
  most: 40,
  races: ['accounts.changed_meanwhile', 'orders.supply_short'],
  endsBusy: true,
} as const

/** The lines as they are stored: with the server's prices and the limits they were judged by. */
export function storedLines(
  { offers, supply }: OrderContext,
  lines: readonly OrderLineInput[],
): StoredLine[] {
  return lines.map(({ productId, quantity, wanted }): StoredLine => {
    const offer = offers.offerOf(productId)
    const price = unitPriceAt(offer?.breaks ?? [], quantity)
    const taxRate = offer?.product.taxRate ?? 0
    const limit = supply.limitOf(productId)
    const line = [
      bareId(productId),
      quantity,
      Math.max(wanted ?? quantity, quantity),
      price,
      taxRate,
    ] as const
    return limit ? [...line, limit.quantity] : [...line]
  })
}

/** How the prices of an order made now are to be read. */
export function taxingOf({ company }: Pick<OrderContext, 'company'>): Pick<Version, 'nt'> {
  return company.pricesIncludeTax ? {} : { nt: true }
}

/** The sum to be paid for stored lines, in minor units with tax. */
export function totalOf({ l: lines, nt: isNet }: Pick<Version, 'l' | 'nt'>): MinorUnits {
  return lines.reduce(
    (sum, [, quantity, , price, taxRate]) => sum + lineMoney({ price, quantity, taxRate, isNet }).gross,
    0,
  )
}

/** How many lines an order shows: those with a quantity. */
export function lineCountOf(lines: readonly StoredLine[]): number {
  return lines.filter(([, quantity]) => quantity > 0).length
}

/** What is taken more, or less, of each product than before. */
export function supplyChanges(before: readonly StoredLine[], after: readonly StoredLine[]): SupplyChanges {
  const changes = new Map<ProductId, number>()
  const add = (bare: string, quantity: number) => {
    const productId = idOf('product', bare)
    changes.set(productId, (changes.get(productId) ?? 0) + quantity)
  }
  for (const [bare, quantity] of before) add(bare, -quantity)
  for (const [bare, quantity] of after) add(bare, quantity)
  return changes
}

/** The writes that put a version of an order in: head, lines, money reserved, limits used, and the mark of where it came
 * from. Nothing is committed here. */
export function orderWrites(
  context: OrderContext,
  version: Version,
  before: Version | undefined,
  tag?: string,
): Write[] {
  const { account, cycle, cycleUse, cycleId } = context
  const customerId: CustomerId = account.customerId
  const place = { week: weekOf(cycle.date), unitPath: account.unitPath }
  const raise = reservedBy(version.h) - (before ? reservedBy(before.h) : 0)
  // What is confirmed was debited already, so what a correction adds is debited as well.
  const money = version.h.st === 'confirmed' ? { reserve: 0, debit: raise } : { reserve: raise }
  return [
    versionWrite(customerId, version),
    headWrite(customerId, version.h, place),
    accountWrite(account, {
      ...money,
      ...(before ? {} : { running: version.h.r }),
      // A correction comes after the window; the draft is for the next one.
      spends: version.cr === undefined ? { version: before ? undefined : version.b } : undefined,
    }),
    cycleUseWrite(customerId, cycleId, usedAfter(context, version, before, tag), cycleUse),
  ]
}

/** The Monday of the week of a day: staff lists are by week. */
export function weekOf(date: BusinessDate): BusinessDate {
  return addDays(date, 1 - weekdayOf(date))
}

function reservedBy(head: Head): MinorUnits {
  return head.st === 'cancelled' ? 0 : head.t
}

// All products are counted: a limit that is released in mid-cycle holds for what was ordered before it, too.
function usedAfter(
  context: OrderContext,
  version: Version,
  before: Version | undefined,
  tag: string | undefined,
): Omit<CycleUse, 'v'> {
  const used = { ...context.cycleUse?.u }
  for (const [productId, change] of supplyChanges(before?.l ?? [], version.l)) {
    const bare = bareId(productId)
    used[bare] = (used[bare] ?? 0) + change
  }
  const left = Object.fromEntries(Object.entries(used).filter(([, quantity]) => quantity > 0))
  const isEffective = context.company.oneOrderACycle && version.h.st === 'placed'
  const { r, v, t } = version.h
  const d = withTag(context.cycleUse?.d, tag)
  return {
    u: left,
    ...(isEffective && { r, e: [v, t] }),
    ...(context.cycleUse?.cl && { cl: true }),
    ...(d && { d }),
  }
}
