import { type CompanyState, companyUnset, planCompany, storedCompanyState } from '#accounts'
import type { Actor } from '#platform/actor'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { Unit } from '#shared/accounts'

/** Changes the tree of units; `change` judges what is there and answers what is to be. Another change of the company in
 * between is no conflict by itself: it is judged anew. `fence` is what keeps a unit empty that leaves its place. */
export function changeTree(
  world: World,
  actor: Actor,
  type: 'unit.saved' | 'unit.moved' | 'unit.removed',
  change: (state: CompanyState) => readonly Unit[],
  fence?: string,
): Promise<void> {
  return tryAgain(
    async () => {
      const state = await storedCompanyState(world)
      const after = { company: state.company ?? companyUnset(world), units: change(state), fence }
      await planCompany(world, type, state, after).commit(actor)
    },
    { races: ['request.changed_meanwhile'] },
  )
}
