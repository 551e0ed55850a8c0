import { cycleKey, readCycle } from '#calendar'
import { importKey, storedImport, toldOfImport } from '#imports'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { CycleId, ImportId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { countsOf, releaseKey, storedRelease } from '#supply'
import type { Told } from './tell-master-data.ts'

/** An order cycle, what is released for it, or a file that was brought in. */
export type SupplyNamed = { cycleId: CycleId } | { releaseOf: CycleId } | { importId: ImportId }

/** Throws `calendar.cycle_not_found`, `imports.import_not_found`. */
export function toldOfSupply(world: World, named: SupplyNamed): Promise<Told> {
  if ('cycleId' in named) return toldOfCycle(world, named.cycleId)
  return 'releaseOf' in named ? toldOfRelease(world, named.releaseOf) : toldOfFile(world, named.importId)
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
