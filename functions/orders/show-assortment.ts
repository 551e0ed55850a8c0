import {
  accountKey,
  availableOn,
  companyKey,
  companyUnset,
  customerKey,
  readAccount,
  readCompany,
  readCustomer,
  readOrderMinimum,
} from '#accounts'
import { agreementKey, publishedKey, publishedOffers, readAgreement, readPublished } from '#catalogue'
import { fingerprint } from '#platform/new-id'
import type { World } from '#platform/world'
import type { Assortment, AssortmentItem } from '#shared/catalogue'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import { leastTotalFor } from '#shared/order-minimum'
import { Problem } from '#shared/problems'
import { isLow } from '#shared/supply-left'
import { businessDateOf } from '#shared/time'
import { supplyOfCustomer } from '#supply'
import { cycleStanding } from './cycle-standing.ts'
import type { CycleUse } from './cycle-use-store.ts'
import { headKey, readHead } from './head-store.ts'
import { bandsLeft, type Held, lineOffer } from './judge-lines.ts'

/** What an assortment is made of; all that can change is in its tag. */
type Basis = Awaited<ReturnType<typeof readBasis>>

/** What a customer may order now, at its prices and within its limits, and how the window stands. The tag is the same
 * as long as all of it is; `show` makes it without another round trip. */
export async function showAssortment(
  world: World,
  customerId: CustomerId,
): Promise<{ etag: string; show: () => Promise<Assortment> }> {
  const basis = await readBasis(world, customerId)
  return { etag: tagOf(basis), show: () => assortmentOf(world, basis) }
}

async function readBasis(world: World, customerId: CustomerId) {
  const items = await world.table.getMany([
    companyKey,
    publishedKey,
    accountKey(customerId),
    agreementKey(customerId),
    customerKey(customerId),
  ])
  const account = readAccount(items[2])
  const customer = readCustomer(items[4])
  if (!account || !customer) throw new Problem('accounts.customer_not_found')
  const company = readCompany(items[0]) ?? companyUnset(world)
  const standing = await cycleStanding(world, customerId, account.batch)
  return {
    ...{ company, account, customer, standing },
    leastTotal: leastTotalFor(company, readOrderMinimum(items[0]), account.customerClass),
    published: readPublished(items[1]),
    agreement: readAgreement(items[3]),
    on: businessDateOf(world.clock.now(), company.timeZone),
    order: await effectiveOrder(world, customerId, standing.cycleUse),
  }
}

function tagOf({
  company,
  account,
  customer,
  published,
  agreement,
  on,
  standing,
  order,
  leastTotal,
}: Basis): string {
  const { cycle, release, cycleUse, left } = standing
  const { now: _, ...window } = cycle ?? { now: '' }
  const versions = [published?.version, account.version, customer.version, customer.name, agreement?.v]
  const supply = [standing.isBiweekly, release?.version, release?.snapshot, cycleUse?.v, [...left]]
  return `"${fingerprint([company, ...versions, on, window, ...supply, order, leastTotal])}"`
}

async function assortmentOf(world: World, basis: Basis): Promise<Assortment> {
  const { company, account, customer, published, agreement, on, standing, order } = basis
  const { cycle, release, cycleUse, left, given } = standing
  const offers = await publishedOffers(world, published, { customer: account, agreement, on })
  const { isBiweekly } = standing
  const supply = await supplyOfCustomer(world, cycle?.cycleId ?? 'cyc_none', release, {
    grade: account.grade,
    isBiweekly,
  })
  const held: Held = (bare) => (order ? (cycleUse?.u[bare] ?? 0) : 0)
  const used = { company, supply, cycleUse }
  const offered = offers.all()
  const seen = new Set(offered.map(({ product }) => product.productId))
  const items = offered.map((offer): AssortmentItem => {
    const { state: _state, audience: _audience, substitutes, ...card } = offer.product
    const bare = bareId(card.productId)
    const free = left.get(bare)
    const remaining = free === undefined ? undefined : free + held(bare)
    return {
      ...card,
      // A substitute that this customer may not see is none.
      substitutes: substitutes?.filter((productId) => seen.has(productId)),
      ...lineOffer(used, offer, held),
      remaining,
      ...(isLow(remaining, given.get(bare)) && { isLow: true }),
    }
  })
  const available = availableOn(account)
  const { customerId, number, name } = customer
  return {
    company,
    customer: { customerId, number, name, grade: account.grade },
    cycle,
    currentOrder: order && { orderId: order.orderId, version: order.version },
    holdReason: account.holdReason,
    available: available === undefined ? undefined : available + (order?.total ?? 0),
    ...(basis.leastTotal > 0 && { leastTotal: basis.leastTotal }),
    limitsVersion: release?.version ?? 0,
    limitsPublishedAt: release?.publishedAt,
    bands: bandsLeft(used, held),
    items,
  }
}

/** The order that already stands in the cycle, as the cycle tells it; older cycles name it alone, and it is read. */
async function effectiveOrder(world: World, customerId: CustomerId, use: CycleUse | undefined) {
  if (use?.r === undefined) return undefined
  const orderId = orderIdOf(customerId, use.r)
  if (use.e) return { orderId, version: use.e[0], total: use.e[1] }
  const head = readHead(await world.table.get(headKey(customerId, use.r)))
  return head && { orderId, version: head.v, total: head.t }
}
