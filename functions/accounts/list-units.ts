import type { World } from '#platform/world'
import type { ReachedUnit, Unit } from '#shared/accounts'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { storedUnits } from './company-store.ts'

const FIRST_VERSION = 1

/** All units of the company, parents before children; one from before they were counted has the first version. */
export async function listUnits(world: World): Promise<Unit[]> {
  const units = await storedUnits(world.table, { isStrong: true })
  return units.map((unit) => ({ ...unit, version: unit.version ?? FIRST_VERSION }))
}

/** All units, so that each has a name, and which of them lie in the subtrees that one may ask about. */
export async function listReachedUnits(world: World, subtrees: readonly UnitPath[]): Promise<ReachedUnit[]> {
  const units = await listUnits(world)
  return units.map((unit) => ({ ...unit, isReached: isWithinUnits(unit.path, subtrees) }))
}
