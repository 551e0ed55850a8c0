import { customerKey, fieldsOf, groupsSeenBy, storedCustomer } from '#accounts'
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
import { namesOfPeople } from '#identity'
import { type Actor, markOf } from '#platform/actor'
import { historyEntries } from '#platform/audit/history-entries'
import { type Event, eventsOf } from '#platform/events/event-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import { cutChange } from '#shared/customer-cuts'
import { type HistoryEntry, isFieldChange, recordAsOf } from '#shared/history'
import type { CustomerId, ProductId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import type { RecordAsOf } from '#shared/records'
import type { BusinessDate, Instant } from '#shared/time'

type PriceNamed = { list: string; productId: ProductId; from?: BusinessDate }

/** Of which record: a customer, a product, what a list asks for a product, or what the catalogue keeps besides. */
export type RecordNamed =
  | { customerId: CustomerId }
  | { productId: ProductId }
  | PriceNamed
  | { agreementOf: CustomerId }
  | { priceList: string }
  | { category: string }

/** A record now with all that happened to it, as far as the actor sees it. */
type Told = { current: Record<string, unknown>; events: Event[] }

/** A page of what happened to a record, newest first, with the names of who did it.
 * Throws `accounts.customer_not_found` or `catalogue.product_not_found`. */
export async function showHistory(
  world: World,
  actor: Actor,
  { named, limit, cursor }: PageQuery & { named: RecordNamed },
): Promise<Page<HistoryEntry>> {
  const question = `history ${markOf(actor).id} ${JSON.stringify(named)}`
  const after = keyWithinCursor(cursor, question, world.config.secret)?.eventId
  const { events } = await toldOf(world, actor, named)
  const newestFirst = events.reverse()
  const start = after === undefined ? 0 : newestFirst.findIndex(({ id }) => id === after) + 1
  const shown = newestFirst.slice(start, start + limit)
  const names = await namesOfPeople(
    world,
    shown.map(({ by }) => by.id),
  )
  const isMore = start + limit < newestFirst.length
  const last = isMore ? { eventId: shown.at(-1)?.id } : undefined
  return {
    items: historyEntries(shown, names),
    nextCursor: cursorFrom(last, question, world.config.secret),
  }
}

/** A record as it stood at an instant: what is there now with the later changes undone. */
export async function showRecordAsOf(
  world: World,
  actor: Actor,
  { named, at }: { named: RecordNamed; at: Instant },
): Promise<RecordAsOf> {
  const { current, events } = await toldOf(world, actor, named)
  return { at, record: recordAsOf(current, events, at) }
}

function toldOf(world: World, actor: Actor, named: RecordNamed): Promise<Told> {
  if ('customerId' in named) return toldOfCustomer(world, actor, named.customerId)
  if ('agreementOf' in named) return toldOfAgreement(world, named.agreementOf)
  if ('priceList' in named) return toldOfList(world, named.priceList)
  if ('category' in named) return toldOfCategory(world, named.category)
  return 'list' in named ? toldOfPrice(world, named) : toldOfProduct(world, named.productId)
}

/** A change of which nothing is seen is not told at all. */
async function toldOfCustomer(world: World, actor: Actor, customerId: CustomerId): Promise<Told> {
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

async function toldOfProduct(world: World, productId: ProductId): Promise<Told> {
  const [product, events] = await Promise.all([
    storedProduct(world.table, productId),
    eventsOf(world.table, productKey(productId)),
  ])
  if (!product) throw new Problem('catalogue.product_not_found')
  return { current: { ...product }, events }
}

/** A row that was taken away still tells what it was. */
async function toldOfPrice(world: World, { list, productId, from }: PriceNamed): Promise<Told> {
  const [price, events] = await Promise.all([
    storedPrice(world.table, list, productId, from),
    eventsOf(world.table, priceKey(list, productId, from)),
  ])
  if (events.length === 0) throw new Problem('catalogue.product_not_found')
  const { list: _list, productId: _productId, ...current } = price ?? {}
  return { current, events }
}

async function toldOfAgreement(world: World, customerId: CustomerId): Promise<Told> {
  const [{ rows, version }, events] = await Promise.all([
    getAgreement(world, customerId),
    eventsOf(world.table, agreementKey(customerId)),
  ])
  return { current: { rows, version }, events }
}

async function toldOfList(world: World, list: string): Promise<Told> {
  const [lists, events] = await Promise.all([storedLists(world.table), eventsOf(world.table, listKey(list))])
  const current = lists.find((known) => known.list === list)
  if (!current) throw new Problem('catalogue.list_not_found', { list })
  return { current: { ...current }, events }
}

async function toldOfCategory(world: World, code: string): Promise<Told> {
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
