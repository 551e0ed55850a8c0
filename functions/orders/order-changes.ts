import { publishedKey } from '#catalogue'
import type { World } from '#platform/world'
import { idOf, type OrderId, partsOfOrderId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { Problem } from '#shared/problems'
import { headKey, readHead } from './head-store.ts'
import { orderedProducts } from './ordered-products.ts'
import { readVersion, type StoredLine, versionKey } from './version-store.ts'

/** A line before and after a change; 0 where it was not, or is no more. */
type ChangedLine = { name: Text; from: number; to: number }

/** How the lines of one version of an order differ from those of an earlier one; throws `orders.order_not_found`. */
export async function changedLines(
  world: World,
  orderId: OrderId,
  versions: { from: number; to: number },
): Promise<ChangedLine[]> {
  const parts = partsOfOrderId(orderId)
  const head = parts && readHead(await world.table.get(headKey(parts.customerId, parts.runningNumber)))
  if (!parts || !head) throw new Problem('orders.order_not_found')
  const keyOfVersion = (v: number) => versionKey(parts.customerId, { ...head, v })
  const keys = [keyOfVersion(versions.from), keyOfVersion(versions.to), publishedKey]
  const [before, after, published] = await world.table.getMany(keys)
  const lines = differing(readVersion(before)?.l ?? [], readVersion(after)?.l ?? [])
  const ids = lines.map(({ bare }) => idOf('product', bare))
  const products = await orderedProducts(world, published, ids)
  return lines.map(({ bare, from, to }) => {
    const name = products[idOf('product', bare)]?.name ?? { zh: bare, en: bare }
    return { name, from, to }
  })
}

function differing(before: readonly StoredLine[], after: readonly StoredLine[]) {
  const old = new Map(before.map(([bare, quantity]) => [bare, quantity]))
  const now = new Map(after.map(([bare, quantity]) => [bare, quantity]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((bare) => ({ bare, from: old.get(bare) ?? 0, to: now.get(bare) ?? 0 }))
    .filter(({ from, to }) => from !== to)
}
