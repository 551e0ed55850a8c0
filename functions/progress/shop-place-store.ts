import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { UnitPathField } from '#shared/accounts'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import type { UnitPath } from '#shared/unit-path'
import { progressPatterns } from './access-patterns.ts'
import { type CountChange, dayOfCycle, type ShopPlace } from './shop-place-rules.ts'

/** How long it is known how many ordered in a cycle, after the day it closed on. */
const DAYS_KEPT = 90
const SECONDS_A_DAY = 86_400

const Cycles = z.array(z.string())
const placeKind = itemKind('sp', 1, z.object({ batch: z.string(), unitPath: UnitPathField, cycles: Cycles }))
const countKind = itemKind('sc', 1, z.object({ n: z.number().int() }))

/** Where a shop is counted, as it truly stands; undefined while it is not. */
export async function storedPlace(table: Table, customerId: CustomerId): Promise<ShopPlace | undefined> {
  return placeKind.readMaybe(await table.get(placeKey(customerId), { isStrong: true }))
}

/** Puts a shop's place in the stead of the one that was read, or takes it away. A batch is one partition of the index:
 * 15,000 shops that order within one minute are 250 writes a second, and it takes a thousand. */
export function placeWrite(
  customerId: CustomerId,
  after: ShopPlace | undefined,
  before: ShopPlace | undefined,
): Write {
  const key = placeKey(customerId)
  const when = before ? { equals: { ...before } } : ({ absent: true } as const)
  if (!after) return { delete: key, when }
  const { batch, unitPath, cycles } = after
  const parts = { batch, unitPath: `${unitPath}/`, customerId: bareId(customerId) }
  const index = indexKeyOf(progressPatterns.shopsOfBatch, parts)
  const place = { batch, unitPath, cycles: [...cycles] }
  return { put: { ...placeKind.write(place), ...index, card: { cycles: place.cycles }, ...key }, when }
}

/** Counts a shop in, or out. */
export function countWrite({ counted, unitPath, by }: CountChange): Write {
  return {
    update: keyOf(progressPatterns.shopCounts, { counted, unitPath: `${unitPath}/` }),
    change: {
      set: { k: countKind.kind, s: countKind.schema, expires: expiryOf(counted) },
      add: { n: by },
    },
  }
}

/** How many shops of each unit under a subtree are counted in a batch, or in a cycle (its bare id). */
export async function shopCounts(
  table: Table,
  counted: string,
  unitPath: UnitPath,
): Promise<ReadonlyMap<UnitPath, number>> {
  const parts = { counted, ...(unitPath && { unitPath: `${unitPath}/` }) }
  const items = await table.queryAll(progressPatterns.shopCounts, parts)
  return new Map(items.map((item) => [String(item.sk).slice('U#'.length, -1), countKind.read(item).n]))
}

/** A shop of a batch as the index shows it, and where a list goes on behind it. */
export type ShopOfBatch = { customerId: CustomerId; cycles: readonly string[]; position: Item }

/** The next shops of a batch under a subtree, by unit. */
export async function shopsOfBatch(
  table: Table,
  batch: string,
  unitPath: UnitPath,
  limit: number,
  after?: Item,
): Promise<{ shops: ShopOfBatch[]; last?: Item }> {
  const parts = { batch, ...(unitPath && { unitPath: `${unitPath}/` }) }
  const { items, last } = await table.query(progressPatterns.shopsOfBatch, parts, { limit, after })
  const shops = items.map(({ card, ...position }) => ({
    customerId: idOf('customer', String(position.pk).slice('C#'.length)),
    cycles: z.object({ cycles: Cycles }).parse(card).cycles,
    position,
  }))
  return { shops, last }
}

function placeKey(customerId: CustomerId): Key {
  return keyOf(progressPatterns.shopPlace, { customerId: bareId(customerId) })
}

// In epoch seconds; that of a batch, which names no day, never ends.
function expiryOf(counted: string): number | undefined {
  const day = Date.parse(`${dayOfCycle(counted)}T00:00:00Z`)
  return Number.isNaN(day) ? undefined : day / 1000 + DAYS_KEPT * SECONDS_A_DAY
}
