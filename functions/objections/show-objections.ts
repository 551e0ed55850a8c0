import { customersWithIds } from '#accounts'
import { namesOfPeople } from '#identity'
import { orderInShort } from '#orders'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerId, OrderId } from '#shared/ids'
import type { Objection, ObjectionOfOrder, UnitObjection } from '#shared/objections'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import type { ObjectionState } from './objection-states.ts'
import {
  type ObjectionRecord,
  objectionsOfUnits,
  storedObjection,
  storedObjections,
} from './objection-store.ts'
import { isOver, objectionsUntil } from './raise-objection.ts'

/** The objection to an order, and until when its shop may raise one; throws `orders.order_not_found`. */
export async function showObjection(world: World, orderId: OrderId): Promise<ObjectionOfOrder> {
  const [record, order] = await Promise.all([
    storedObjection(world.table, orderId),
    orderInShort(world, orderId),
  ])
  if (!order) throw new Problem('orders.order_not_found')
  const objection = record && (await viewOf(world, record))
  const mayObject = order.isOnBehalf && (!record || isOver(record, order))
  const until = mayObject ? await objectionsUntil(world, order) : undefined
  const isOpen = until !== undefined && world.clock.now() < until
  return { ...(objection && { objection }), ...(isOpen && { mayObjectUntil: until }) }
}

/** Every objection that a customer raised, with what became of it. */
export async function objectionsOfCustomer(world: World, customerId: CustomerId): Promise<Objection[]> {
  const records = await storedObjections(world.table, customerId)
  return Promise.all(records.map((record) => viewOf(world, record)))
}

/** An objection with the names of who raised and settled it. */
export async function viewOf(world: World, record: ObjectionRecord): Promise<Objection> {
  const { number: _, unitPath: __, asked: ___, ...objection } = record
  const { raisedBy, settledBy } = objection
  const names = await namesOfPeople(world, settledBy ? [raisedBy, settledBy] : [raisedBy])
  const nameOf = (personId: string) => names.get(personId) ?? ''
  return { ...objection, raisedBy: nameOf(raisedBy), settledBy: settledBy && nameOf(settledBy) }
}

type Asked = PageQuery & { state: ObjectionState; subtrees: readonly UnitPath[] }

/** A page of the objections of one state from the customers under the given subtrees, by unit. */
export async function listObjections(
  world: World,
  asker: string,
  { state, subtrees, ...page }: Asked,
): Promise<Page<UnitObjection>> {
  const question = `objections ${asker} ${state} ${subtrees.join(' ')}`
  const answer = await pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret },
    (unitPath, limit, after) => objectionsOfUnits(world.table, state, unitPath, limit, after),
  )
  const customers = await customersWithIds(
    world.table,
    answer.items.map(({ customerId }) => customerId),
  )
  // A customer that has moved to another unit takes its objections along.
  const items = answer.items.flatMap((card, at): UnitObjection[] => {
    const customer = customers[at]
    const isOurs = customer && isWithinUnits(customer.unitPath, subtrees)
    return isOurs ? [{ ...card, customerName: customer.name, unitPath: customer.unitPath }] : []
  })
  return { ...answer, items }
}
