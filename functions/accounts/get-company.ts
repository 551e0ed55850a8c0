import type { World } from '#platform/world'
import type { Company, CompanySettings } from '#shared/accounts'
import { storedCompany, storedSettings } from './company-store.ts'

/** What a table without a company of its own starts from. */
const unnamed: Omit<Company, 'timeZone'> = {
  preset: 'traded',
  name: { zh: '店联', en: 'Dianlian' },
  currency: 'CNY',
  brandColour: '#1f5f4a',
  servicePhone: '',
  oneOrderACycle: false,
  pricesIncludeTax: true,
}

/** The company's settings; an empty table has a traded company without a name. */
export async function getCompany(world: World): Promise<Company> {
  return (await storedCompany(world.table)) ?? companyUnset(world)
}

/** The settings as they truly are now, with their version; 0 before the beginning. */
export async function companySettings(world: World): Promise<CompanySettings> {
  const { company, version } = await storedSettings(world.table)
  return { ...(company ?? companyUnset(world)), version }
}

/** The settings of a company that has none yet. */
export function companyUnset(world: World): Company {
  return { ...unnamed, timeZone: world.config.timeZone }
}
