import { listUnits, unitOpening } from '#accounts'
import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import type { SaveUnit } from '#shared/company'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { changeTree } from './change-tree.ts'
import { refusalOfPlace, unitAt, versionOfUnit, withUnit } from './tree-rules.ts'

/** Puts a unit into the tree, or calls it otherwise; made from version 0 it must be new. Throws
 * `request.changed_meanwhile` and what `refusalOfPlace` names. */
export async function saveUnit(
  world: World,
  actor: Actor,
  { baseVersion, ...asked }: SaveUnit & { path: UnitPath; baseVersion: number | undefined },
): Promise<Unit> {
  const { path } = asked
  await changeTree(world, actor, 'unit.saved', ({ units }) => {
    const before = unitAt(units, path)
    const refusal = before && baseVersion !== 0 ? undefined : refusalOfPlace(units, path)
    if (refusal) throw new Problem(refusal.code, refusal.facts)
    refuseOtherVersion(before ? versionOfUnit(before) : 0, baseVersion)
    return withUnit(units, asked)
  })
  // Who saves a unit wants it to stay: a removal that was broken off leaves its fence behind.
  await world.table.commit([unitOpening(path)])
  return unitNow(world, path)
}

/** A unit as it is now; throws `accounts.unit_not_found`. */
export async function unitNow(world: World, path: UnitPath): Promise<Unit> {
  const unit = unitAt(await listUnits(world), path)
  if (!unit) throw new Problem('accounts.unit_not_found')
  return unit
}
