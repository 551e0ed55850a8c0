import {
  accountKey,
  availableOn,
  companyKey,
  companyUnset,
  customersWithIds,
  readAccount,
  readCompany,
} from '#accounts'
import { currentCycle } from '#calendar'
import { agreementKey, publishedKey, publishedOffers, readAgreement, readPublished } from '#catalogue'
import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import type { Assortment, AssortmentItem } from '#shared/catalogue'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import { businessDateOf } from '#shared/time'
import { readRelease, releaseKey, showRemainingSupply, supplyOfCustomer } from '#supply'
import { cycleUseKey, readCycleUse } from './cycle-use-store.ts'
import { type Head, headKey, ordersOfCustomer, readHead } from './head-store.ts'
import { lineOffer } from './judge-lines.ts'
import { readVersion, versionKey } from './version-store.ts'

/** Orders looked back over to find the last one of an earlier cycle. */
const LOOK_BACK = 8

/** What a customer may order now, at its prices and within its limits, and how the window stands. */
export async function showAssortment(world: World, customerId: CustomerId): Promise<Assortment> {
  const [items, [customer], { heads }] = await Promise.all([
    world.table.getMany([companyKey, publishedKey, accountKey(customerId), agreementKey(customerId)]),
    customersWithIds(world.table, [customerId]),
    ordersOfCustomer(world.table, customerId, LOOK_BACK),
  ])
  const account = readAccount(items[2])
  if (!account || !customer) throw new Problem('accounts.customer_not_found')
  const company = readCompany(items[0]) ?? companyUnset(world)
  const on = businessDateOf(world.clock.now(), company.timeZone)
  const agreement = readAgreement(items[3])
  const cycle = await currentCycle(world, account.batch)
  const [offers, use] = await Promise.all([
    publishedOffers(world, readPublished(items[1]), { customer: account, agreement, on }),
    cycleStanding(world, customerId, cycle, heads),
  ])
  const supply = cycle ? await supplyOfCustomer(world, cycle.cycleId, use.release, account.grade) : undefined
  const left = cycle
    ? await showRemainingSupply(world, cycle.cycleId, use.release)
    : new Map<string, number>()
  const context = {
    company,
    supply: supply ?? { limitOf: () => undefined, shardsOf: () => undefined },
    cycleUse: use.cycleUse,
  }
  const offered = offers.all()
  const seen = new Set(offered.map(({ product }) => product.productId))
  const rows = offered.map((offer): AssortmentItem => {
    const { state: _state, audience: _audience, substitutes, ...card } = offer.product
    const bare = bareId(card.productId)
    const held = use.standing?.l.find(([line]) => line === bare)?.[1] ?? 0
    const remaining = left.get(bare)
    return {
      ...card,
      // A substitute that this customer may not see is none.
      substitutes: substitutes?.filter((productId) => seen.has(productId)),
      ...lineOffer(context, offer, use.standing),
      remaining: remaining === undefined ? undefined : remaining + held,
      lastQuantity: use.lastQuantities.get(bare),
    }
  })
  const available = availableOn(account)
  const { number, name } = customer
  return {
    company,
    customer: { customerId, number, name, grade: account.grade },
    cycle,
    currentOrder: use.standing && {
      orderId: orderIdOf(customerId, use.standing.h.r),
      version: use.standing.h.v,
    },
    holdReason: account.holdReason,
    available: available === undefined ? undefined : available + (use.standing?.h.t ?? 0),
    limitsVersion: use.release?.version ?? 0,
    limitsPublishedAt: use.release?.publishedAt,
    items: rows,
  }
}

/** How the customer stands in a cycle: release, use, the effective order, and what it took the last time. */
async function cycleStanding(
  world: World,
  customerId: CustomerId,
  cycle: CycleView | undefined,
  heads: readonly Head[],
) {
  const last = heads.find((head) => head.cy !== cycle?.cycleId && head.st !== 'cancelled')
  const fixed = cycle ? [releaseKey(cycle.cycleId), cycleUseKey(customerId, cycle.cycleId)] : []
  const items = await world.table.getMany([...fixed, ...(last ? [versionKey(customerId, last)] : [])])
  const cycleUse = cycle && readCycleUse(items[1])
  const lastVersion = last && readVersion(items[fixed.length])
  return {
    release: cycle && readRelease(items[0]),
    cycleUse,
    standing: cycleUse?.r === undefined ? undefined : await effectiveOrder(world, customerId, cycleUse.r),
    lastQuantities: new Map(lastVersion?.l.map(([bare, quantity]) => [bare, quantity])),
  }
}

async function effectiveOrder(world: World, customerId: CustomerId, running: number) {
  const head = readHead(await world.table.get(headKey(customerId, running)))
  return head && readVersion(await world.table.get(versionKey(customerId, head)))
}
