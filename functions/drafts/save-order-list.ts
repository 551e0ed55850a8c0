import type { Actor } from '#platform/actor'
import { fieldChanges, refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import { FAVOURITES, MOST_LISTS, type OrderList, type SaveOrderList } from '#shared/drafts'
import { bareId, type CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import {
  listKey,
  listRemovalWrites,
  listWrite,
  type StoredList,
  storedList,
  storedLists,
} from './list-store.ts'

type Named = { customerId: CustomerId; listId: OrderList['listId'] }

/** All lists of a customer, favourites first, then by name. */
export async function getOrderLists(world: World, customerId: CustomerId): Promise<OrderList[]> {
  const lists = await storedLists(world.table, customerId)
  const rank = ({ listId, name }: OrderList) => (listId === FAVOURITES ? '' : name)
  return lists.map(listView).sort((one, other) => rank(one).localeCompare(rank(other), 'zh'))
}

/** Makes a list, once however often it is asked with the same key. Throws `orders.too_many_lists`, `request.key_reused`. */
export async function createOrderList(
  world: World,
  actor: Actor,
  { customerId, ...asked }: SaveOrderList & { customerId: CustomerId },
  once: Once,
): Promise<OrderList> {
  const listId = derivedId('list', customerId, once.key)
  const lists = await storedLists(world.table, customerId)
  const made = lists.find((list) => list.listId === listId)
  if (made && made.asked !== once.fingerprint) throw new Problem('request.key_reused')
  if (made) return listView(made)
  if (lists.length >= MOST_LISTS) throw new Problem('orders.too_many_lists', { most: MOST_LISTS })
  return putList(world, actor, { customerId, listId }, { ...asked, asked: once.fingerprint }, undefined)
}

/** Puts a list in place of version `baseVersion`. Favourites begin with version 0; any other list must be there.
 * Throws `orders.list_not_found`, `request.changed_meanwhile`. */
export async function saveOrderList(
  world: World,
  actor: Actor,
  { baseVersion, customerId, listId, ...asked }: SaveOrderList & Named & { baseVersion: number },
): Promise<OrderList> {
  const before = await storedList(world.table, customerId, listId)
  if (!before && listId !== FAVOURITES) throw new Problem('orders.list_not_found')
  refuseOtherVersion(before?.version ?? 0, baseVersion)
  return putList(world, actor, { customerId, listId }, { ...asked, asked: before?.asked }, before)
}

/** Takes a list away; throws `orders.list_not_found`, `request.changed_meanwhile`. */
export async function removeOrderList(
  world: World,
  actor: Actor,
  { customerId, listId, baseVersion }: Named & { baseVersion: number },
): Promise<void> {
  const before = await storedList(world.table, customerId, listId)
  if (!before) throw new Problem('orders.list_not_found')
  refuseOtherVersion(before.version, baseVersion)
  const record = {
    type: 'order-list.removed',
    subject: listKey(customerId, listId),
    about: { customerId, listId },
    change: {
      ...fieldChanges(toldOfList(before), {}),
      version: { from: before.version, to: before.version + 1 },
    },
  } as const
  await commitChange(world, actor, record, listRemovalWrites(customerId, before, world.clock.now()))
}

async function putList(
  world: World,
  actor: Actor,
  { customerId, listId }: Named,
  asked: SaveOrderList & Pick<StoredList, 'asked'>,
  before: StoredList | undefined,
): Promise<OrderList> {
  const version = (before?.version ?? 0) + 1
  const list = { ...asked, listId, version, changedAt: world.clock.now() }
  const change = {
    ...fieldChanges(before && toldOfList(before), toldOfList(list)),
    version: { from: before?.version ?? 0, to: version },
  }
  const subject = listKey(customerId, listId)
  const record = { type: 'order-list.saved', subject, about: { customerId, listId }, change } as const
  await commitChange(world, actor, record, [listWrite(customerId, list)])
  return listView(list)
}

/** What history shows of a list: its name, and each product with what stands in its line. */
export function toldOfList({ name, lines }: Pick<OrderList, 'name' | 'lines'>): Record<string, unknown> {
  const ofLines = lines.map(({ productId, quantity, note }) => [
    `line ${bareId(productId)}`,
    note ? { quantity, note } : { quantity },
  ])
  return { name, ...Object.fromEntries(ofLines) }
}

function listView({ asked: _, ...list }: StoredList): OrderList {
  return list
}
