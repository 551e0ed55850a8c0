import type { World } from '#platform/world'
import type { Company } from '#shared/accounts'
import { storedCompany } from './company-store.ts'

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

/** The settings of a company that has none yet. */
export function companyUnset(world: World): Company {
  return { ...unnamed, timeZone: world.config.timeZone }
}
