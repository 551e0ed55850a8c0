import { accountKey, readAccount, walkCustomers } from '#accounts'
import { type Head, ordersSince } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import type { RunJob } from '#platform/jobs/run-jobs'
import { talliedOver } from '#platform/jobs/tally'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { bareId, type CustomerId, isId } from '#shared/ids'
import { addDays, addSeconds, type BusinessDate, businessDateOf } from '#shared/time'
import { countChanges, placeSince, type ShopPlace } from './shop-place-rules.ts'
import { countWrite, placeWrite, storedPlace } from './shop-place-store.ts'

/** A cycle may be moved fourteen days from the day of its id; then it is over. */
const DAYS_COUNTED = 16
/** Orders of a cycle that is still counted are no older: a window opens, and is moved, by at most fourteen days. */
const ORDER_AGE_SECONDS = 60 * 86_400
const ORDERS_A_READ = 25
const taken: readonly Head['st'][] = ['placed', 'confirmed', 'awaiting-funds']

/** Counts a shop that ordered, took its order back, or changed its batch or unit. It looks at how the shop stands now, so
 * neither the order of events nor their repetition matters. */
export const onShopCounted: Reaction = async (world, { about, change, type }) => {
  const { customerId } = about
  if (!isId('customer', customerId)) return
  const isMoved = 'batch' in change || 'unitPath' in change || type === 'customer.removed'
  if (isMoved || !type.startsWith('customer.')) await countShop(world, customerId)
}

/** A job that counts every shop, for a table from before shops were counted; done again, it changes nothing. */
export const countShops: RunJob = async (world, job, keep) => {
  await walkCustomers(world, job, keep, (customerIds) =>
    talliedOver(customerIds, async (customerId) => ({
      counted: (await countShop(world, customerId)) ? 1 : 0,
    })),
  )
}

/** Counts a shop where it stands now, and no longer where it stood; false when that is the same. */
function countShop(world: World, customerId: CustomerId): Promise<boolean> {
  return tryAgain(async () => {
    // Read before what it is compared with: whoever read something newer has then changed it.
    const before = await storedPlace(world.table, customerId)
    const after = await placeNow(world, customerId)
    const counted = before && placeSince(before, firstDayCounted(world))
    if (isSame(before, after)) return false
    const counts = countChanges(counted, after).map(countWrite)
    await world.table.commit([placeWrite(customerId, after, before), ...counts])
    return true
  })
}

async function placeNow(world: World, customerId: CustomerId): Promise<ShopPlace | undefined> {
  const since = addSeconds(world.clock.now(), -ORDER_AGE_SECONDS)
  const [item, heads] = await Promise.all([
    world.table.get(accountKey(customerId), { isStrong: true }),
    ordersSince(world.table, customerId, since, ORDERS_A_READ),
  ])
  const account = readAccount(item)
  if (!account) return undefined
  const { batch, unitPath } = account
  const ordered = heads.filter(({ st }) => taken.includes(st)).map(({ cy }) => bareId(cy))
  return placeSince({ batch, unitPath, cycles: [...new Set(ordered)].sort() }, firstDayCounted(world))
}

function firstDayCounted(world: World): BusinessDate {
  return addDays(businessDateOf(world.clock.now(), world.config.timeZone), -DAYS_COUNTED)
}

function isSame(before: ShopPlace | undefined, after: ShopPlace | undefined): boolean {
  return JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after))
}

function inOrder(place: ShopPlace | undefined) {
  return place && [place.batch, place.unitPath, ...place.cycles]
}
