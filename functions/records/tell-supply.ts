import { cycleKey, getOrderPlan, orderPlanKey, readCycle } from '#calendar'
import { productsWithIds } from '#catalogue'
import { importKey, mapKey, ownImport, refuseImportKind, storedMap, toldOfImport, toldOfMap } from '#imports'
import type { Actor } from '#platform/actor'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { type CycleId, type ImportId, idOf } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import { Problem } from '#shared/problems'
import { countsOf, releaseKey, storedRelease } from '#supply'
import type { Told } from './tell-master-data.ts'

/** The order plan, a cycle of it, what is released for a cycle, a file that was brought in, or a map kept for files. */
export type SupplyNamed =
  | { orderPlan: true }
  | { cycleId: CycleId }
  | { releaseOf: CycleId }
  | { importId: ImportId }
  | { mapOf: ImportKind; name: string }

/** Throws `calendar.cycle_not_found`, `imports.import_not_found`, `imports.map_not_found`, `imports.kind_of_others`. */
export async function toldOfSupply(world: World, actor: Actor, named: SupplyNamed): Promise<Told> {
  if ('orderPlan' in named) return toldOfPlan(world)
  if ('mapOf' in named) {
    refuseImportKind(actor, named.mapOf)
    return toldOfColumns(world, named)
  }
  if ('cycleId' in named) return toldOfCycle(world, named.cycleId)
  if ('releaseOf' in named) return toldOfRelease(world, named.releaseOf)
  return toldOfFile(world, actor, named.importId)
}

/** Changes with the names of the products that their fields are about: limits, and lines of lists. */
export async function withProductNames<Change extends Record<string, unknown>>(
  world: World,
  changes: readonly Change[],
): Promise<Array<Change & { productNames: Record<string, unknown> }>> {
  const bareIds = changes.map((change) => [
    ...new Set(
      Object.keys(change).flatMap((field) => /^(?:limit|firstCome|line) (\w+)/.exec(field)?.[1] ?? []),
    ),
  ])
  const all = [...new Set(bareIds.flat())]
  const products = await productsWithIds(
    world.table,
    all.map((bare) => idOf('product', bare)),
  )
  const names = new Map(all.map((bare, at) => [bare, products[at]?.name] as const))
  return changes.map((change, at) => ({
    ...change,
    productNames: Object.fromEntries(bareIds[at]?.map((bare) => [bare, names.get(bare)]) ?? []),
  }))
}

async function toldOfPlan(world: World): Promise<Told> {
  const [{ plan, version }, events] = await Promise.all([
    getOrderPlan(world),
    eventsOf(world.table, orderPlanKey),
  ])
  return { current: { ...plan, version }, events }
}

async function toldOfCycle(world: World, cycleId: CycleId): Promise<Told> {
  const key = cycleKey(cycleId)
  const cycle = key && readCycle(await world.table.get(key, { isStrong: true }))
  if (!key || !cycle) throw new Problem('calendar.cycle_not_found')
  return { current: { ...cycle }, events: await eventsOf(world.table, key) }
}

async function toldOfRelease(world: World, cycleId: CycleId): Promise<Told> {
  await toldOfCycle(world, cycleId)
  const [release, events] = await Promise.all([
    storedRelease(world.table, cycleId),
    eventsOf(world.table, releaseKey(cycleId)),
  ])
  return { current: release ? { ...countsOf(release), version: release.version } : {}, events }
}

async function toldOfFile(world: World, actor: Actor, importId: ImportId): Promise<Told> {
  const [imported, events] = await Promise.all([
    ownImport(world, actor, importId),
    eventsOf(world.table, importKey(importId)),
  ])
  return { current: { ...toldOfImport(imported), version: imported.version }, events }
}

async function toldOfColumns(
  world: World,
  { mapOf, name }: { mapOf: ImportKind; name: string },
): Promise<Told> {
  const [map, events] = await Promise.all([
    storedMap(world.table, mapOf, name),
    eventsOf(world.table, mapKey(mapOf, name)),
  ])
  if (!map) throw new Problem('imports.map_not_found', { name })
  return { current: { ...toldOfMap(map), version: map.version }, events }
}
