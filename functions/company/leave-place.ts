import { type CompanyState, customersOfUnits, storedCompanyState, unitFence, unitOpening } from '#accounts'
import { countStaffAt } from '#identity'
import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { changeTree } from './change-tree.ts'
import { unitNow } from './save-unit.ts'
import {
  pathUnder,
  refusalOfLeaving,
  refusalOfPlace,
  unitAt,
  versionOfUnit,
  withMoved,
  withoutUnit,
} from './tree-rules.ts'

/** Indexes follow their table within a second; as long as that again to be sure. */
const INDEX_LAG_MILLISECONDS = 2000

type Leaving = { path: UnitPath; baseVersion: number | undefined }
type Judge = (state: CompanyState) => Unit[]

/** Takes an empty unit out of the tree. Throws `accounts.unit_not_found`, `request.changed_meanwhile`,
 * `company.unit_is_root`, `company.unit_has_units`, `company.unit_has_customers`, `company.unit_has_staff`. */
export function removeUnit(world: World, actor: Actor, leaving: Leaving): Promise<void> {
  const judge: Judge = (state) => withoutUnit(state.units, judged(state, leaving).path)
  return whileEmpty(world, leaving.path, judge, (fence) =>
    changeTree(world, actor, 'unit.removed', judge, fence),
  )
}

/** Puts an empty unit under another one: keys of customers, orders and roles carry the path, so only what nothing hangs
 * on can move. Throws what `removeUnit` throws, and what `refusalOfPlace` names. */
export async function moveUnit(
  world: World,
  actor: Actor,
  { under, ...leaving }: Leaving & { under: UnitPath },
): Promise<Unit> {
  const to = pathUnder(leaving.path, under)
  const judge: Judge = (state) => {
    const unit = judged(state, leaving)
    const refusal = refusalOfPlace(withoutUnit(state.units, unit.path), to)
    if (refusal) throw new Problem(refusal.code, refusal.facts)
    return withMoved(state.units, unit, to)
  }
  if (to !== leaving.path)
    await whileEmpty(world, leaving.path, judge, (fence) =>
      changeTree(world, actor, 'unit.moved', judge, fence),
    )
  return unitNow(world, to)
}

function judged({ units }: CompanyState, { path, baseVersion }: Leaving): Unit {
  const unit = unitAt(units, path)
  if (!unit) throw new Problem('accounts.unit_not_found')
  refuseOtherVersion(versionOfUnit(unit), baseVersion)
  const refusal = refusalOfLeaving(units, unit)
  if (refusal) throw new Problem(refusal.code, refusal.facts)
  return unit
}

/** Does something to a unit while nobody can come to it; the fence of who dies here falls by itself. Looked at before the fence, because most refusals are known
 * then; and after it, once a customer that came just before it is in the index. */
async function whileEmpty(
  world: World,
  path: UnitPath,
  judge: Judge,
  work: (fence: string) => Promise<void>,
): Promise<void> {
  const state = await storedCompanyState(world)
  judge(state)
  const name = unitAt(state.units, path)?.name
  await refuseInUse(world, path, name)
  const fence = world.newId.event()
  await world.table.commit([unitFence(path, fence, world.clock.now())])
  try {
    await new Promise((resolve) => setTimeout(resolve, INDEX_LAG_MILLISECONDS))
    await refuseInUse(world, path, name)
    await work(fence)
  } catch (error) {
    await open(world, path, fence)
    throw error
  }
}

async function refuseInUse(world: World, path: UnitPath, unit: Unit['name'] | undefined): Promise<void> {
  const { cards } = await customersOfUnits(world.table, path, 1)
  if (cards.length > 0) throw new Problem('company.unit_has_customers', { unit })
  const count = await countStaffAt(world, path)
  if (count > 0) throw new Problem('company.unit_has_staff', { unit, count })
}

async function open(world: World, path: UnitPath, fence: string): Promise<void> {
  try {
    await world.table.commit([unitOpening(path, fence)])
  } catch (error) {
    // Another attempt has put up its own fence, or the unit is gone.
    if (!(error instanceof Refused)) throw error
  }
}
