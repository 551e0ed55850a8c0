import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import { storedUnits } from './company-store.ts'

const FIRST_VERSION = 1

/** All units of the company, parents before children; one from before they were counted has the first version. */
export async function listUnits(world: World): Promise<Unit[]> {
  const units = await storedUnits(world.table, { isStrong: true })
  return units.map((unit) => ({ ...unit, version: unit.version ?? FIRST_VERSION }))
}
