import { cycleKey, getOrderPlan, orderPlanKey, readCycle } from '#calendar'
import { productsWithIds } from '#catalogue'
import { importKey, storedImport, toldOfImport } from '#imports'
import { type Event, eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { type CycleId, type ImportId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import { countsOf, releaseKey, storedRelease } from '#supply'
import type { Told } from './tell-master-data.ts'

/** The order plan, a cycle of it, what is released for a cycle, or a file that was brought in. */
export type SupplyNamed =
  | { orderPlan: true }
  | { cycleId: CycleId }
  | { releaseOf: CycleId }
  | { importId: ImportId }

/** Throws `calendar.cycle_not_found`, `imports.import_not_found`. */
export function toldOfSupply(world: World, named: SupplyNamed): Promise<Told> {
  if ('orderPlan' in named) return toldOfPlan(world)
  if ('cycleId' in named) return toldOfCycle(world, named.cycleId)
  return 'releaseOf' in named ? toldOfRelease(world, named.releaseOf) : toldOfFile(world, named.importId)
}

/** Events of releases with the names of the products whose limits they changed. */
export async function withProductNames(world: World, events: readonly Event[]): Promise<Event[]> {
  const bareIds = events.map(({ change }) => [
    ...new Set(Object.keys(change).flatMap((field) => /^(?:limit|firstCome) (\w+)/.exec(field)?.[1] ?? [])),
  ])
  const all = [...new Set(bareIds.flat())]
  const products = await productsWithIds(
    world.table,
    all.map((bare) => idOf('product', bare)),
  )
  const names = new Map(all.map((bare, at) => [bare, products[at]?.name] as const))
  return events.map((event, at) => {
    const productNames = Object.fromEntries(bareIds[at]?.map((bare) => [bare, names.get(bare)]) ?? [])
    return { ...event, change: { ...event.change, productNames } }
  })
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

async function toldOfFile(world: World, importId: ImportId): Promise<Told> {
  const [imported, events] = await Promise.all([
    storedImport(world.table, importId),
    eventsOf(world.table, importKey(importId)),
  ])
  return { current: { ...toldOfImport(imported), version: imported.version }, events }
}
