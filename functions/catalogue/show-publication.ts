import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { isFieldChange } from '#shared/history'
import type { PublicationView } from '#shared/prices'
import { Problem } from '#shared/problems'
import { MOST_SHOWN, publicationChanges } from './show-changes.ts'
import { pricesOfSnapshot, productsOfSnapshot, publishedKey, snapshotsTold } from './snapshot-store.ts'

/** What a publication of earlier changed, worked out from its snapshots and those before it; throws
 * `catalogue.publication_not_found`. */
export async function showPublication(world: World, version: number): Promise<PublicationView> {
  const events = await eventsOf(world.table, publishedKey)
  const event = events.find(({ change }) => snapshotsTold(change).version === version)
  if (!event) throw new Problem('catalogue.publication_not_found', { version })
  const { before, after } = snapshotsTold(event.change)
  const lists = Object.entries(after.prices).map(async ([list, snapshot]) => ({
    list,
    rows: await pricesOfSnapshot(world.table, snapshot),
  }))
  const published = {
    published: before && { ...before, version: version - 1 },
    products: await productsOfSnapshot(world.table, after.products),
    lists: await Promise.all(lists),
  }
  const { products, prices, productCount, priceCount } = await publicationChanges(world, published, event.at)
  return {
    version,
    productCount,
    products: products.slice(0, MOST_SHOWN),
    priceCount,
    prices: prices.slice(0, MOST_SHOWN),
  }
}

/** What is published now as history tells it: what the newest publication said. */
export async function toldOfPublished(world: World) {
  const events = await eventsOf(world.table, publishedKey)
  const current: Record<string, unknown> = {}
  const versionOf = ({ change }: (typeof events)[number]) => snapshotsTold(change).version
  const newest = events.toSorted((left, right) => versionOf(left) - versionOf(right)).at(-1)
  for (const [field, part] of Object.entries(newest?.change ?? {}))
    if (isFieldChange(part)) current[field] = part.to
  return { current, events }
}
