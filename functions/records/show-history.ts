import { toldOfPublished } from '#catalogue'
import { namesOfPeople } from '#identity'
import { namesOfFiles } from '#imports'
import { type Actor, markOf } from '#platform/actor'
import { doersOf, historyEntries } from '#platform/audit/history-entries'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import { type HistoryEntry, recordAsOf } from '#shared/history'
import type { CustomerId, ProductId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import type { RecordAsOf } from '#shared/records'
import type { Instant } from '#shared/time'
import {
  type PriceNamed,
  type Told,
  toldOfAgreement,
  toldOfCategory,
  toldOfCompany,
  toldOfCustomer,
  toldOfList,
  toldOfPrice,
  toldOfProduct,
} from './tell-master-data.ts'
import { type MessageNamed, toldOfMessages } from './tell-messages.ts'
import {
  type ListNamed,
  type PersonNamed,
  toldOfBuyers,
  toldOfOrderList,
  toldOfPerson,
  toldOfStandingDraft,
} from './tell-people.ts'
import { type SupplyNamed, toldOfSupply, withProductNames } from './tell-supply.ts'

/** Of which record: a customer, a product, what a list asks for a product, or what the catalogue keeps besides. */
export type RecordNamed =
  | { customerId: CustomerId }
  | { productId: ProductId }
  | PriceNamed
  | { agreementOf: CustomerId }
  | { priceList: string }
  | { category: string }
  | { buyersOf: CustomerId }
  | { standingDraftOf: CustomerId }
  | { published: true }
  | { company: true }
  | ListNamed
  | PersonNamed
  | SupplyNamed
  | MessageNamed

/** A page of what happened to a record, newest first, with the names of who did it, and for staff of the files that did.
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
  // A file's own history needs no name of it, and members know of no files.
  const hasNoFiles = 'importId' in named || actor.kind === 'member'
  const [names, files] = await Promise.all([
    namesOfPeople(world, doersOf(shown)),
    namesOfFiles(world, hasNoFiles ? [] : shown.flatMap(({ via }) => via ?? [])),
  ])
  const isMore = start + limit < newestFirst.length
  const last = isMore ? { eventId: shown.at(-1)?.id } : undefined
  const changes = await readable(
    world,
    named,
    shown.map(({ change }) => change),
  )
  const told = shown.map((event, place) => ({ ...event, change: changes[place] ?? event.change }))
  const items = historyEntries(told, names, files)
  return {
    items: mayOpenFiles(actor, named) ? items : items.map(withoutFileId),
    nextCursor: cursorFrom(last, question, world.config.secret),
  }
}

function mayOpenFiles(actor: Actor, named: RecordNamed): boolean {
  if (actor.kind !== 'staff') return actor.kind === 'system'
  return actor.grants.some(
    ({ role }) => role === 'administrator' || (role === 'supply-planner' && 'releaseOf' in named),
  )
}

function withoutFileId({ via, ...entry }: HistoryEntry): HistoryEntry {
  return { ...entry, ...(via && { via: { fileName: via.fileName } }) }
}

/** A record as it stood at an instant: what is there now with the later changes undone. */
export async function showRecordAsOf(
  world: World,
  actor: Actor,
  { named, at }: { named: RecordNamed; at: Instant },
): Promise<RecordAsOf> {
  const { current, events } = await toldOf(world, actor, named)
  const record = recordAsOf(current, events, at)
  const [read] = record ? await readable(world, named, [record]) : []
  return { at, record: read }
}

/** Fields that are about products come with the names of these. */
function readable(
  world: World,
  named: RecordNamed,
  told: Array<Record<string, unknown>>,
): Promise<Array<Record<string, unknown>>> | Array<Record<string, unknown>> {
  return 'releaseOf' in named || 'orderList' in named ? withProductNames(world, told) : told
}

function toldOf(world: World, actor: Actor, named: RecordNamed): Promise<Told> {
  if ('member' in named || 'contact' in named || 'staff' in named) return toldOfPerson(world, named)
  if ('preferencesOf' in named || 'template' in named) return toldOfMessages(world, named)
  if (isOfSupply(named)) return toldOfSupply(world, named)
  if ('company' in named) return toldOfCompany(world)
  if ('orderList' in named) return toldOfOrderList(world, named)
  if ('published' in named) return toldOfPublished(world)
  if ('buyersOf' in named) return toldOfBuyers(world, named.buyersOf)
  if ('customerId' in named) return toldOfCustomer(world, actor, named.customerId)
  if ('standingDraftOf' in named) return toldOfStandingDraft(world, named.standingDraftOf)
  if ('agreementOf' in named) return toldOfAgreement(world, named.agreementOf)
  if ('priceList' in named) return toldOfList(world, named.priceList)
  if ('category' in named) return toldOfCategory(world, named.category)
  return 'list' in named ? toldOfPrice(world, named) : toldOfProduct(world, named.productId)
}

function isOfSupply(named: RecordNamed): named is SupplyNamed {
  return ['orderPlan', 'cycleId', 'releaseOf', 'importId', 'mapOf'].some((field) => field in named)
}
