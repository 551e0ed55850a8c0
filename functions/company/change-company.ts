import { companySettings, companyUnset, customersOfUnits, planCompany, storedCompanyState } from '#accounts'
import { getOrderPlan } from '#calendar'
import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import { showOrderProgress } from '#progress'
import type { CompanySettings } from '#shared/accounts'
import type { SaveCompany } from '#shared/company'
import { Problem } from '#shared/problems'
import { refusalOfSettings, type Standing } from './settings-rules.ts'

/** Changes the settings that are given, from the version they were read at. Throws `request.changed_meanwhile` and what
 * `refusalOfSettings` names. */
export async function changeCompany(
  world: World,
  actor: Actor,
  { baseVersion, ...given }: SaveCompany & { baseVersion: number | undefined },
): Promise<CompanySettings> {
  const state = await storedCompanyState(world)
  refuseOtherVersion(state.version, baseVersion)
  const before = state.company ?? companyUnset(world)
  const after = { ...before, ...given }
  const refusal = refusalOfSettings(before, after, await standingOf(world))
  if (refusal) throw new Problem(refusal.code, refusal.facts)
  await planCompany(world, 'company.changed', state, { company: after, units: state.units }).commit(actor)
  return companySettings(world)
}

async function standingOf(world: World): Promise<Standing> {
  const [customers, { version }, { items }] = await Promise.all([
    customersOfUnits(world.table, '', 1),
    getOrderPlan(world),
    showOrderProgress(world, ['']),
  ])
  const inUse = items.filter(({ ordered }) => ordered > 0)
  return {
    hasCustomers: customers.cards.length > 0,
    planVersion: version,
    portalZone: world.config.timeZone,
    ordered: {
      count: inUse.reduce((sum, { ordered }) => sum + ordered, 0),
      closesAt: inUse
        .map(({ closesAt }) => closesAt)
        .sort()
        .at(-1),
    },
  }
}
