import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import { bareId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { publishedProducts } from './published-offers.ts'
import { type Draft, readDraft } from './read-draft.ts'
import { listPriceLists, savePriceList } from './save-list.ts'
import { customersOfLists, publicationChanges } from './show-changes.ts'
import {
  type Published,
  publishedKey,
  publishedWrite,
  putPriceSnapshot,
  putProductSnapshot,
} from './snapshot-store.ts'

/** Makes the products and the prices of all lists what everyone orders by, all at once: new immutable snapshots, then
 * one pointer. `lists` without a record of their own get one. */
export async function publishCatalogue(world: World, actor: Actor, lists: readonly string[]): Promise<void> {
  await recordLists(world, actor, lists)
  await publishDraft(world, actor, await readDraft(world))
}

/** Gives those of the lists a record that have none. */
export async function recordLists(world: World, actor: Actor, lists: readonly string[]): Promise<void> {
  const known = new Set((await listPriceLists(world)).map(({ list }) => list))
  for (const list of new Set(lists)) {
    if (!known.has(list))
      await savePriceList(world, actor, { list, name: { zh: list, en: list }, level: 'class' })
  }
}

/** Publishes what was looked at: throws `request.changed_meanwhile` when another publication came before, or
 * something was changed since `preview` was made. Answers the version that is now published. */
export async function publishPreviewed(
  world: World,
  actor: Actor,
  { baseVersion, preview }: { baseVersion: number; preview?: string },
): Promise<{ version: number }> {
  const draft = await readDraft(world)
  const current = draft.published?.version ?? 0
  const changes = await publicationChanges(world, draft)
  const isOther = preview !== undefined && preview !== changes.preview
  if (current !== baseVersion || isOther) throw new Problem('request.changed_meanwhile', { current })
  const lists = await customersOfLists(world, draft, changes.prices)
  const affected = lists.map(({ list, priceCount, customers }) => ({ list, priceCount, customers }))
  const { productCount, priceCount } = changes
  const wasLookedAt = preview !== undefined
  await publishDraft(world, actor, draft, { productCount, priceCount, affected, wasLookedAt })
  return { version: current + 1 }
}

// `facts` are what history tells of a publication beside its snapshots.
async function publishDraft(world: World, actor: Actor, draft: Draft, facts: object = {}): Promise<void> {
  const { published: before, products, lists } = draft
  const snapshot = bareId(world.newId.event())
  await putProductSnapshot(world.table, snapshot, products)
  const prices: Published['prices'] = {}
  for (const { list, rows } of lists) {
    prices[list] = `${list}-${snapshot}`
    await putPriceSnapshot(world.table, prices[list], rows)
  }
  const companyList = lists.find(({ level }) => level === 'company')?.list
  const after = { products: snapshot, prices, companyList }
  const offered = { from: before ? (await publishedProducts(world, before)).size : null, to: products.length }
  await commitPublication(world, actor, snapshot, before, after, { offered, ...facts })
}

/** Flips the pointer to snapshots that are there already, with the event that says so; `facts` are what history tells of a
 * publication beside its snapshots. */
export async function commitPublication(
  world: World,
  actor: Actor,
  snapshot: string,
  before: Published | undefined,
  after: Omit<Published, 'version'>,
  facts: object = {},
): Promise<void> {
  const change = {
    version: { from: before?.version ?? 0, to: (before?.version ?? 0) + 1 },
    products: { from: before?.products ?? null, to: after.products },
    prices: { from: before?.prices ?? null, to: after.prices },
    companyList: { from: before?.companyList ?? null, to: after.companyList ?? null },
    ...facts,
  }
  const record = { type: 'catalogue.published', subject: publishedKey, about: { snapshot }, change } as const
  await commitChange(world, actor, record, [publishedWrite(after, before)])
}
