import { companyKey, customerKey, fieldsOf, groupsSeenBy, storedCustomer, toldOfSettings } from '#accounts'
import {
  agreementKey,
  categoryKey,
  getAgreement,
  listKey,
  priceKey,
  productKey,
  storedCategories,
  storedLists,
  storedPrice,
  storedProduct,
} from '#catalogue'
import type { Actor } from '#platform/actor'
import { type Event, eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { cutChange } from '#shared/customer-cuts'
import { isFieldChange } from '#shared/history'
import type { CustomerId, ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'

export type PriceNamed = { list: string; productId: ProductId; from?: BusinessDate }

/** A record now with all that happened to it, as far as the actor sees it. */
export type Told = { current: Record<string, unknown>; events: Event[] }

/** A change of which nothing is seen is not told at all. */
export async function toldOfCustomer(world: World, actor: Actor, customerId: CustomerId): Promise<Told> {
  const [state, events] = await Promise.all([
    storedCustomer(world.table, customerId, { isStrong: true }),
    eventsOf(world.table, customerKey(customerId)),
  ])
  if (!state) throw new Problem('accounts.customer_not_found')
  const seen = groupsSeenBy(actor, state.customer.unitPath)
  const cut = events.map((event) => ({ ...event, change: cutChange(event.change, seen) }))
  const current = { ...fieldsOf(state), version: state.customer.version ?? 0 }
  return { current: { ...cutChange(current, seen) }, events: cut.filter(saysSomething) }
}

/** The settings of the company and its tree of units. */
export async function toldOfCompany(world: World): Promise<Told> {
  const [current, events] = await Promise.all([toldOfSettings(world), eventsOf(world.table, companyKey)])
  return { current, events }
}

export async function toldOfProduct(world: World, productId: ProductId): Promise<Told> {
  const [product, events] = await Promise.all([
    storedProduct(world.table, productId),
    eventsOf(world.table, productKey(productId)),
  ])
  if (!product) throw new Problem('catalogue.product_not_found')
  return { current: { ...product }, events }
}

/** A row that was taken away still tells what it was. */
export async function toldOfPrice(world: World, { list, productId, from }: PriceNamed): Promise<Told> {
  const [price, events] = await Promise.all([
    storedPrice(world.table, list, productId, from),
    eventsOf(world.table, priceKey(list, productId, from)),
  ])
  if (events.length === 0) throw new Problem('catalogue.product_not_found')
  const { list: _list, productId: _productId, ...current } = price ?? {}
  return { current, events }
}

export async function toldOfAgreement(world: World, customerId: CustomerId): Promise<Told> {
  const [{ rows, version }, events] = await Promise.all([
    getAgreement(world, customerId),
    eventsOf(world.table, agreementKey(customerId)),
  ])
  return { current: { rows, version }, events }
}

export async function toldOfList(world: World, list: string): Promise<Told> {
  const [lists, events] = await Promise.all([storedLists(world.table), eventsOf(world.table, listKey(list))])
  const current = lists.find((known) => known.list === list)
  if (!current) throw new Problem('catalogue.list_not_found', { list })
  return { current: { ...current }, events }
}

export async function toldOfCategory(world: World, code: string): Promise<Told> {
  const [categories, events] = await Promise.all([
    storedCategories(world.table),
    eventsOf(world.table, categoryKey(code)),
  ])
  const current = categories.find((category) => category.code === code)
  if (!current) throw new Problem('catalogue.category_not_found', { category: code })
  return { current: { ...current }, events }
}

function saysSomething({ change }: Event): boolean {
  return Object.entries(change).some(([field, part]) => field !== 'version' && isFieldChange(part))
}
