// What else a company keeps of its customers: route, end of the licence, and whom to ask for.
import type { BusinessDay, SeedCustomer } from './demonstration-company.ts'
import { inventedPeople } from './invented-people.ts'
import { seededRandom } from './seeded-random.ts'

const ROUTES_A_COUNTY = 3
const SOON_DAYS = 45
const LONGEST_DAYS = 5 * 365
const DAY_MILLISECONDS = 86_400_000
const TITLES = ['收货', '店员', '会计', '仓管']

/** The same customers with routes, ends of licences (every fifteenth one soon) and, for some, a contact. */
export function withDetails(
  seed: number,
  today: BusinessDay,
  customers: readonly SeedCustomer[],
): SeedCustomer[] {
  const random = seededRandom(seed, 'customer-details')
  const people = inventedPeople(seed + 1)
  return customers.map((customer, at) => {
    const county = customer.unitPath.split('/').at(-1) ?? ''
    const days = at % 15 === 7 ? random.integer(3, SOON_DAYS) : random.integer(SOON_DAYS * 2, LONGEST_DAYS)
    const { name } = people.person()
    const phone = `1990001${String(at + 1).padStart(4, '0')}`
    const contact = { name, phone, title: random.pick(TITLES) }
    return {
      ...customer,
      route: `${county}-${random.integer(1, ROUTES_A_COUNTY)}`,
      licenceExpiresOn: dayAfter(today, days),
      ...(random.chance(0.4) && { contact }),
    }
  })
}

function dayAfter(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}
