// Staff and machines of the demonstration company, each role within its own subtree.
import type { RoleInUnit, SeedMachine, SeedStaff, StaffRole, Unit } from './demonstration-company.ts'
import { type InventedPeople, mailOf } from './invented-people.ts'

const STAFF_MAIL_DOMAIN = 'dianlian.example'

type Post = {
  role: StaffRole
  at: 'headquarters' | 'province' | 'city' | 'county' | 'other-city' | 'other-county'
}

// One person a line: each role once at a level of its own, then those who show where a subtree ends.
const POSTS: Post[][] = [
  [{ role: 'account-manager', at: 'county' }],
  [{ role: 'order-desk', at: 'city' }],
  [{ role: 'supply-planner', at: 'headquarters' }],
  [{ role: 'service-agent', at: 'city' }],
  [{ role: 'field-technician', at: 'county' }],
  [{ role: 'publisher', at: 'province' }],
  [{ role: 'analyst', at: 'headquarters' }],
  [{ role: 'administrator', at: 'headquarters' }],
  [{ role: 'account-manager', at: 'other-county' }],
  [
    { role: 'order-desk', at: 'other-city' },
    { role: 'service-agent', at: 'other-city' },
  ],
]

/** Staff around the demonstration customer's county and, for comparison, in another city. */
export function companyStaff(units: Unit[], homePath: string, people: InventedPeople): SeedStaff[] {
  return POSTS.map((posts) => {
    const { name, phone } = people.person()
    const roles = posts.map(({ role, at }): RoleInUnit => ({ role, unitPath: pathAt(units, homePath, at) }))
    return { name, mail: mailOf(name, phone, STAFF_MAIL_DOMAIN), phone, roles }
  })
}

/** Programs that sign in by client credentials; their secrets are made where they are loaded. */
export function companyMachines(units: Unit[], homePath: string): SeedMachine[] {
  const headquarters = pathAt(units, homePath, 'headquarters')
  const province = pathAt(units, homePath, 'province')
  return [
    {
      clientId: 'erp-connector',
      name: { zh: 'ERP 接口', en: 'ERP connector' },
      roles: [{ role: 'administrator', unitPath: headquarters }],
    },
    {
      clientId: 'report-reader',
      name: { zh: '报表取数', en: 'Report reader' },
      roles: [{ role: 'analyst', unitPath: province }],
    },
  ]
}

function pathAt(units: Unit[], homePath: string, at: Post['at']): string {
  const codes = homePath.split('/')
  if (at === 'headquarters') return codes.slice(0, 1).join('/')
  if (at === 'province') return codes.slice(0, 2).join('/')
  const city = codes.slice(0, 3).join('/')
  if (at === 'city') return city
  if (at === 'county') return homePath
  const other = units.find(({ level, path }) => level === 'city' && path !== city)?.path ?? city
  if (at === 'other-city') return other
  return units.find(({ level, path }) => level === 'county' && path.startsWith(`${other}/`))?.path ?? other
}
