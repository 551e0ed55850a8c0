import { type CompanyState, companyUnset, planCompany, storedCompanyState } from '#accounts'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'
import { Problem } from '#shared/problems'

const MOST_TRIES = 5

/** Changes the tree of units; `change` judges what is there and answers what is to be. Another change of the company in
 * between is no conflict by itself: it is judged anew. `fence` is what keeps a unit empty that leaves its place. */
export async function changeTree(
  world: World,
  actor: Actor,
  type: 'unit.saved' | 'unit.moved' | 'unit.removed',
  change: (state: CompanyState) => readonly Unit[],
  fence?: string,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const state = await storedCompanyState(world)
    const after = { company: state.company ?? companyUnset(world), units: change(state), fence }
    const plan = planCompany(world, type, state, after)
    try {
      await plan.commit(actor)
      return
    } catch (error) {
      const isRace = error instanceof Problem && error.code === 'request.changed_meanwhile'
      if (!isRace || tries >= MOST_TRIES) throw error
    }
  }
}
