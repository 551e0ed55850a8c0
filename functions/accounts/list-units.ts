import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import { storedUnits } from './company-store.ts'

/** All units of the company, parents before children. */
export function listUnits(world: World): Promise<Unit[]> {
  return storedUnits(world.table, { isStrong: true })
}
