import type { World } from '#platform/world'
import type { Company, Unit } from '#shared/accounts'
import { companyWrite, unitWrite } from './company-store.ts'

/** Puts the company's settings and its tree of units in; repeating it changes nothing. */
export async function setUpCompany(world: World, company: Company, units: readonly Unit[]): Promise<void> {
  await world.table.commit([companyWrite(company)])
  for (const unit of units) await world.table.commit([unitWrite(unit)])
}
