import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { PriceList } from '#shared/prices'
import { Problem } from '#shared/problems'
import { listKey, listWrite, storedLists } from './price-store.ts'

export type ListInput = Omit<PriceList, 'version'>

/** All price lists, by code. */
export function listPriceLists(world: World): Promise<PriceList[]> {
  return storedLists(world.table)
}

/** Puts a price list in; saving what is there already changes nothing. */
export async function savePriceList(
  world: World,
  actor: Actor,
  input: ListInput,
): Promise<PlannedChange['verdict']> {
  const plan = await planPriceList(world, input)
  await plan.commit(actor)
  return plan.verdict
}

/** What saving a price list would do; throws `catalogue.company_list_taken` when another one is the company's. */
async function planPriceList(
  world: World,
  { list, name, level }: ListInput,
  baseVersion?: number,
): Promise<PlannedChange> {
  const all = await storedLists(world.table)
  const before = all.find((known) => known.list === list)
  const current = before?.version ?? 0
  refuseOtherVersion(current, baseVersion)
  const other = all.find((known) => known.level === 'company' && known.list !== list)
  if (level === 'company' && other) throw new Problem('catalogue.company_list_taken', { list: other.list })
  const after = { list, name, level }
  return planChange(world, {
    type: 'price-list.saved',
    subject: listKey(list),
    about: { list },
    before: before && { list: before.list, name: before.name, level: before.level },
    after,
    version: current,
    writes: (version) => [listWrite({ ...after, version }, before)],
  })
}

/** Puts a list in while it has the version that the change was made from, and answers it as kept. */
export async function putPriceList(
  world: World,
  actor: Actor,
  input: ListInput,
  baseVersion: number | undefined,
): Promise<PriceList> {
  const plan = await planPriceList(world, input, baseVersion)
  await plan.commit(actor)
  return { ...input, version: plan.version }
}
