import { customersWithIds, getCompany, storedAccount } from '#accounts'
import { obligationsOfApprovals } from '#approvals'
import { currentCycle } from '#calendar'
import { draftBetweenWindows, obligationsOfOrders } from '#drafts'
import type { World } from '#platform/world'
import { obligationsOfRequests } from '#requests'
import type { ShopDay } from '#shared/notifications'
import type { Obligation, Obliged } from '#shared/obligations'
import { Problem } from '#shared/problems'

/** Who says what is due at a shop: the door of each room that has something. */
const rooms: ReadonlyArray<(world: World, obliged: Obliged) => Promise<Obligation[]>> = [
  obligationsOfApprovals,
  obligationsOfOrders,
  obligationsOfRequests,
]

/** What is due now at a shop for who asks, the first to run out first; throws `accounts.customer_not_found`. */
export async function showShopDay(world: World, obliged: Obliged): Promise<ShopDay> {
  const { customerId } = obliged
  const [account, [customer], { currency, timeZone, oneOrderACycle, servicePhone }, ...due] =
    await Promise.all([
      storedAccount(world.table, customerId),
      customersWithIds(world.table, [customerId]),
      getCompany(world),
      ...rooms.map((obligationsOf) => obligationsOf(world, obliged)),
    ])
  if (!account || !customer) throw new Problem('accounts.customer_not_found')
  const window = await currentCycle(world, account.batch)
  const isHeld = account.holdReason !== undefined
  const draft = isHeld
    ? undefined
    : await draftBetweenWindows(world, obliged, { batch: account.batch, window })
  return {
    items: byTimeLeft(due.flat()),
    shop: { name: customer.name, grade: account.grade },
    window,
    ...(draft && { draft }),
    company: { currency, timeZone, oneOrderACycle, servicePhone },
    now: world.clock.now(),
  }
}

const LATER_THAN_ALL = '~'

/** What has no end comes last. */
export function byTimeLeft(due: readonly Obligation[]): Obligation[] {
  const end = ({ dueAt, kind, id }: Obligation) => `${dueAt ?? LATER_THAN_ALL} ${kind} ${id}`
  return due.toSorted((left, right) => (end(left) < end(right) ? -1 : 1))
}
