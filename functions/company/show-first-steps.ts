import { customersOfUnits, storedCompanyState } from '#accounts'
import { earliestCycle, getOrderPlan, listCycles } from '#calendar'
import { countPriced, isAnyPriced, productsByCode, storedPublished } from '#catalogue'
import { countCustomersWithOwners, countStaff, membersOfCustomer } from '#identity'
import type { Staff } from '#platform/actor'
import type { World } from '#platform/world'
import type { FirstSteps } from '#shared/company'
import { businessDateOf, type Instant } from '#shared/time'
import { releaseKey } from '#supply'
import { type Beginning, firstStepsFor, isUnderWay, type Opening } from './first-steps-rules.ts'

const MOST_COUNTED = 100
const SHOPS_LOOKED_AT = 5

/** What someone has still to do until the shops of a new company can order; nothing once they can. It is told from what is
 * stored alone, and a company that is under way costs four small reads. */
export async function showFirstSteps(world: World, { grants }: Staff): Promise<FirstSteps> {
  const opening = await openingOf(world)
  if (isUnderWay(opening)) return { items: [] }
  return { items: firstStepsFor(grants, await beginningOf(world, opening)) }
}

async function openingOf(world: World): Promise<Opening> {
  const now = world.clock.now()
  const [earliest, published, owners] = await Promise.all([
    earliestCycle(world.table),
    storedPublished(world.table),
    countOwned(world, 1),
  ])
  const isPriced = await isAnyPriced(world, published, businessDateOf(now, world.config.timeZone))
  return { now, opensAt: earliest?.opensAt, isPriced, isOwned: owners.count > 0 }
}

// Memberships from before their owners were indexed are found by the shops.
async function countOwned(world: World, most: number): Promise<Beginning['owners']> {
  const counted = await countCustomersWithOwners(world.table, most)
  if (counted.count > 0) return counted
  const { cards } = await customersOfUnits(world.table, '', SHOPS_LOOKED_AT)
  const members = await Promise.all(cards.map(({ customerId }) => membersOfCustomer(world.table, customerId)))
  const isOwned = members.filter((all) => all.some(({ role, isDisabled }) => role === 'owner' && !isDisabled))
  return { count: isOwned.length }
}

async function beginningOf(world: World, { now, opensAt }: Opening): Promise<Beginning> {
  const [state, staff, { plan, version }, { products, isEnd }, { cards, last }, owners, windows, published] =
    await Promise.all([
      storedCompanyState(world),
      countStaff(world),
      getOrderPlan(world),
      productsByCode(world.table, '', MOST_COUNTED),
      customersOfUnits(world.table, '', MOST_COUNTED),
      countOwned(world, MOST_COUNTED),
      windowsOf(world, now),
      storedPublished(world.table),
    ])
  const priced = await countPriced(world, published, businessDateOf(now, world.config.timeZone))
  return {
    ...{ now, opensAt, priced, owners, staff, windows },
    isSupplied: state.company?.preset === 'supplied',
    units: state.units.length,
    batches: version > 0 ? plan.batches.length : 0,
    products: { count: products.length, isMore: !isEnd },
    customers: { count: cards.length, isMore: last !== undefined },
  }
}

async function windowsOf(world: World, now: Instant): Promise<Beginning['windows']> {
  const coming = (await listCycles(world))
    .filter(({ closesAt }) => now < closesAt)
    .sort((one, other) => (one.opensAt < other.opensAt ? -1 : 1))
  const releases = await world.table.getMany(coming.map(({ cycleId }) => releaseKey(cycleId)))
  return {
    coming: coming.length,
    released: releases.filter(Boolean).length,
    isFirstReleased: releases[0] !== undefined,
  }
}
