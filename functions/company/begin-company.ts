import { planCompany, storedCompanyState } from '#accounts'
import { planStaff } from '#identity'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { BeginCompany } from '#shared/company'
import { Problem } from '#shared/problems'

const OWN_COLOUR = '#1f5f4a'

/** Makes the company, its root unit and its first administrator, who is told, in one transaction: once on a stage, since
 * the first version of the settings can be written but once. Throws `company.has_begun`. */
export async function beginCompany(world: World, actor: Actor, input: BeginCompany): Promise<void> {
  const { preset, name, currency, servicePhone, rootUnit, administrator } = input
  const state = await storedCompanyState(world)
  refuseBegun(state.company)
  const company = {
    ...{ preset, name, currency, servicePhone, timeZone: world.config.timeZone, brandColour: OWN_COLOUR },
    ...{ oneOrderACycle: preset === 'supplied', pricesIncludeTax: true },
  }
  const units = [{ path: rootUnit, name, level: 1, version: 1 }]
  const { writes: invite } = await planStaff(world, {
    ...administrator,
    grants: [{ role: 'administrator', unitPath: rootUnit }],
  })
  const plan = planCompany(world, 'company.begun', { units: [], version: 0 }, { company, units })
  const writes = [...invite(actor), ...plan.writes(actor)]
  try {
    await world.table.commit(writes, writes.at(-1))
  } catch (error) {
    refuseBegun((await storedCompanyState(world)).company)
    throw error
  }
}

function refuseBegun(company: { name: { zh: string; en: string } } | undefined): void {
  if (company) throw new Problem('company.has_begun', { name: company.name })
}
