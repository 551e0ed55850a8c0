import { accountKey, customerKey, groupsSeenBy, readAccount, readCustomer } from '#accounts'
import { cycleIdOf, storedCycle } from '#calendar'
import { type Note, noteKey, readNote } from '#closings'
import { readStandingDraft, standingDraftKey } from '#drafts'
import { namesOfPeople } from '#identity'
import { cycleUseKey, headKey, lastPlacedAt, readCycleUse, readHead } from '#orders'
import { type Actor, markOf } from '#platform/actor'
import type { Item } from '#platform/storage/item-kind'
import { type PlacePage, pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import type { ShopWaitedFor, WaitedForFilter } from '#shared/progress'
import type { UnitPath } from '#shared/unit-path'
import { ownerPhones } from './owner-phones.ts'
import { type ShopOfBatch, shopsOfBatch } from './shop-place-store.ts'
import { isWaitedForAs } from './waited-for-rules.ts'

/** Under which it is noted that staff reminded a shop of a window. */
export const REMINDED = 'reminded-by-staff'

const SHOPS_A_READ = 500
/** Shops looked up at once where those before did not fit. */
const MOST_LOOKED_UP = 100
/** Reads for one page before it is answered short, with a cursor to go on from: 25,000 shops. */
const MOST_READS = 50

type Asked = PageQuery & WaitedForFilter & { cycleId: CycleId; subtrees: readonly UnitPath[] }

/** A page of the shops under the given subtrees that belong to a cycle's batch and have not ordered in it, by unit. What
 * is newer than the index leaves out who has ordered since. Throws `calendar.cycle_not_found`. */
export async function listShopsWaitedFor(
  world: World,
  actor: Actor,
  { cycleId, subtrees, text, standing, reminded, ...page }: Asked,
): Promise<Page<ShopWaitedFor>> {
  const cycle = await storedCycle(world.table, cycleId)
  const filter = { text, standing, reminded }
  const question = `waited-for ${markOf(actor).id} ${cycleId} ${subtrees.join(' ')} ${JSON.stringify(filter)}`
  const places = subtrees.map((unitPath) => ({ cycleId: cycleIdOf(cycle), batch: cycle.batch, unitPath }))
  const asked = { ...page, question, secret: world.config.secret }
  const { items, nextCursor } = await pageThrough(places, asked, (place, limit, after) =>
    nextWaitedFor(world, actor, { ...place, filter, limit, after }),
  )
  return { items: await withNames(world, items), nextCursor }
}

/** Who reminded a shop by name, instead of by id. */
async function withNames(world: World, shops: ShopWaitedFor[]): Promise<ShopWaitedFor[]> {
  const names = await namesOfPeople(
    world,
    shops.flatMap(({ reminded }) => reminded?.by ?? []),
  )
  return shops.map(({ reminded, ...shop }) => ({
    ...shop,
    ...(reminded && { reminded: { at: reminded.at, by: names.get(reminded.by ?? '') } }),
  }))
}

type Place = { cycleId: CycleId; batch: string; unitPath: UnitPath }
type Next = Place & { filter: WaitedForFilter; limit: number; after: Item | undefined }

async function nextWaitedFor(world: World, actor: Actor, next: Next): Promise<PlacePage<ShopWaitedFor>> {
  const { cycleId, batch, unitPath, filter, limit } = next
  const found: ShopWaitedFor[] = []
  let position = next.after
  let size = limit
  for (let reads = 1; ; reads++) {
    const { shops, last } = await shopsOfBatch(world.table, batch, unitPath, SHOPS_A_READ, position)
    const waiting = shops.filter(({ cycles }) => !cycles.includes(bareId(cycleId)))
    for (let at = 0; at < waiting.length; at += size, size = MOST_LOOKED_UP) {
      for (const { row, shop } of await rowsOf(world, actor, cycleId, waiting.slice(at, at + size))) {
        if (row && isWaitedForAs(row.shown, row.pinyin, filter)) found.push(row.shown)
        if (found.length === limit) return { found, last: shop.position }
      }
    }
    if (!last || reads >= MOST_READS) return { found, last }
    position = last
  }
}

type Row = { shop: ShopOfBatch; row?: { shown: ShopWaitedFor; pinyin: string } }

async function rowsOf(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  shops: readonly ShopOfBatch[],
): Promise<Row[]> {
  const keysOf = [
    customerKey,
    accountKey,
    (customerId: CustomerId) => cycleUseKey(customerId, cycleId),
    standingDraftKey,
    (customerId: CustomerId) => noteKey(customerId, cycleId, REMINDED),
  ] as const
  const each = keysOf.length
  const items = await world.table.getMany(
    shops.flatMap(({ customerId }) => keysOf.map((keyOf) => keyOf(customerId))),
  )
  const lastHeads = await world.table.getMany(
    shops.map(({ customerId }, at) => headKey(customerId, readAccount(items[each * at + 1])?.running ?? 0)),
  )
  const lastPlaced = await Promise.all(
    shops.map(({ customerId }, at) => lastPlacedAt(world.table, customerId, readHead(lastHeads[at]))),
  )
  const rows = shops.map((shop, at): Row => {
    const [customerItem, accountItem, useItem, draftItem, noteItem] = items.slice(each * at, each * (at + 1))
    const customer = readCustomer(customerItem)
    const account = readAccount(accountItem)
    // Its one order came in since the index was written.
    const hasOrdered = readCycleUse(useItem)?.r !== undefined
    if (!customer || !account || hasOrdered) return { shop }
    const { customerId, number, code, name, unitPath, phone, pinyin } = customer
    const shown = {
      ...{ customerId, number, code, name, unitPath },
      ...(phone && groupsSeenBy(actor, unitPath).has('reach') && { phone }),
      isOnHold: account.holdReason !== undefined,
      hasStandingDraft: readStandingDraft(customerId, draftItem).isOn,
      lastOrderedAt: lastPlaced[at],
      reminded: remindedOf(readNote(noteItem)),
    }
    return { shop, row: { shown, pinyin } }
  })
  return withOwnerPhones(world, actor, rows)
}

/** A shop without a phone of its own is reached by its owner's. */
async function withOwnerPhones(world: World, actor: Actor, rows: readonly Row[]): Promise<Row[]> {
  const lacking = rows.flatMap(({ row }) => (row && row.shown.phone === undefined ? row.shown : []))
  const reached = lacking.filter(({ unitPath }) => groupsSeenBy(actor, unitPath).has('reach'))
  const phones = await ownerPhones(
    world,
    reached.map(({ customerId }) => customerId),
  )
  return rows.map(({ shop, row }) => {
    const phone = phones.get(shop.customerId)
    return { shop, row: row && phone ? { ...row, shown: { ...row.shown, phone } } : row }
  })
}

function remindedOf(note: Note | undefined): ShopWaitedFor['reminded'] {
  return note && { at: note.at, by: note.by }
}
