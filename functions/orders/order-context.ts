import {
  type Account,
  accountKey,
  availableOn,
  type CustomerRecord,
  companyKey,
  companyUnset,
  customerKey,
  readAccount,
  readCompany,
  readCustomer,
  readOrderMinimum,
} from '#accounts'
import { type Cycle, cycleKey, isOfEveryOtherWeek, momentWithin, readCycle } from '#calendar'
import {
  agreementKey,
  type Offers,
  publishedKey,
  publishedOffers,
  readAgreement,
  readPublished,
} from '#catalogue'
import type { Key } from '#platform/storage/access-pattern'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import type { Company } from '#shared/accounts'
import type { CustomerId, CycleId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { leastTotalFor } from '#shared/order-minimum'
import { Problem } from '#shared/problems'
import { businessDateOf, type Instant } from '#shared/time'
import { type CustomerSupply, readRelease, releaseKey, supplyOfCustomer } from '#supply'
import { type CycleUse, cycleUseKey, readCycleUse } from './cycle-use-store.ts'

/** All that an order of one customer in one cycle is judged against, read in one round trip. */
export type OrderContext = {
  /** When it was read: the day of its prices, the moment its window is judged at and the order is placed at. */
  now: Instant
  company: Company
  account: Account
  addresses: CustomerRecord['addresses']
  available: MinorUnits | undefined
  /** What an order of this customer must come to at least. */
  leastTotal: MinorUnits
  cycleId: CycleId
  cycle: Cycle
  cycleUse: CycleUse | undefined
  offers: Offers
  supply: CustomerSupply
  /** Versions of the published catalogue and of the limits, and the grade that chose them: what an order keeps of it. */
  judgedBy: { rv: [number, number]; g: number | undefined }
  /** The limits it is judged by, for people to be told. */
  limits: { version: number; publishedAt: string } | undefined
}

/** Reads the context, and `also` with it in the same round trip. Snapshots come from the process's memory. With `asOf` it
 * is that moment, even when the cycle is shut since.
 * Throws `accounts.customer_not_found`, `calendar.cycle_not_found` or `catalogue.not_published`. */
export async function readOrderContext(
  world: World,
  customerId: CustomerId,
  cycleId: CycleId,
  also: readonly Key[],
  options: { isStrong?: boolean; asOf?: Instant } = {},
): Promise<{ context: OrderContext; others: Array<Item | undefined> }> {
  const keyOfCycle = cycleKey(cycleId)
  if (!keyOfCycle) throw new Problem('calendar.cycle_not_found')
  const fixed = [
    companyKey,
    publishedKey,
    accountKey(customerId),
    keyOfCycle,
    cycleUseKey(customerId, cycleId),
    releaseKey(cycleId),
    agreementKey(customerId),
    customerKey(customerId),
  ]
  const items = await world.table.getMany([...fixed, ...also], options)
  const readAt = world.clock.now()
  const account = readAccount(items[2])
  const cycle = readCycle(items[3])
  if (!account) throw new Problem('accounts.customer_not_found')
  if (!cycle) throw new Problem('calendar.cycle_not_found')
  const now = options.asOf ?? momentWithin(cycle, readAt)
  const published = readPublished(items[1])
  const release = readRelease(items[5])
  const company = readCompany(items[0]) ?? companyUnset(world)
  const on = businessDateOf(now, company.timeZone)
  const agreement = readAgreement(items[6])
  const [offers, supply] = await Promise.all([
    publishedOffers(world, published, { customer: account, agreement, on }),
    supplyOfCustomer(world, cycleId, release, {
      grade: account.grade,
      isBiweekly: isOfEveryOtherWeek(cycle),
    }),
  ])
  const context = {
    now,
    company,
    account,
    addresses: readCustomer(items[7])?.addresses ?? [],
    available: availableOn(account),
    leastTotal: leastTotalFor(company, readOrderMinimum(items[0]), account.customerClass),
    cycleId,
    cycle,
    cycleUse: readCycleUse(items[4]),
    offers,
    supply,
    judgedBy: {
      rv: [published?.version ?? 0, release?.version ?? 0] satisfies [number, number],
      g: account.grade,
    },
    limits: release && { version: release.version, publishedAt: release.publishedAt },
  }
  return { context, others: items.slice(fixed.length) }
}
