// Customers of the traded preset.
import { addressIn, countiesFor, homeCounty, inventedLicence, withFixed } from './customer-places.ts'
import type { Name, SeedCustomer, SeedMember, Unit } from './demonstration-company.ts'
import { inPinyin } from './english-names.ts'
import type { InventedPeople } from './invented-people.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const DISTRIBUTORS = 60
const FEN_PER_STEP = 1_000_000

const FIRST = [...'鸿远宏安泽锦嘉腾弘明卓铭骏诚睿汇']
const SECOND = [...'达通盛业泰辉顺成源捷信晖瑞拓']
const FORMATS: { name: Name; ending: [string, string] }[] = [
  { name: { zh: '电气批发', en: 'Electrical wholesale' }, ending: ['电气有限公司', 'Electric Co., Ltd.'] },
  { name: { zh: '五金机电', en: 'Hardware' }, ending: ['五金机电商行', 'Hardware Trading'] },
  {
    name: { zh: '工程承包', en: 'Contractor' },
    ending: ['机电工程有限公司', 'Electrical Engineering Co., Ltd.'],
  },
  { name: { zh: '灯饰专营', en: 'Lighting dealer' }, ending: ['照明经营部', 'Lighting Store'] },
]

export const DEMONSTRATION_DISTRIBUTOR_CODE = codeAt(0)

/** 60 distributors, a third of them in the preferred class; the first has a member of each role. */
export function distributors(seed: number, units: Unit[], people: InventedPeople): SeedCustomer[] {
  const random = seededRandom(seed, 'distributors')
  const taken = new Set<string>()
  const counties = withFixed(random.shuffled(countiesFor(units, DISTRIBUTORS)), 0, homeCounty(units))
  return counties.map((unit, at): SeedCustomer => {
    const format = random.pick(FORMATS)
    const isPreferred = at % 3 === 0
    const members = membersOf(random, people, at === 0)
    const steps = isPreferred ? random.integer(60, 200) : random.integer(8, 50)
    return {
      code: codeAt(at),
      licence: inventedLicence(unit, at + 1),
      kind: 'distributor',
      name: distributorName(random, format.ending, taken),
      unitPath: unit.path,
      priceClass: isPreferred ? 'preferred' : at % 10 === 8 ? 'occasional' : 'standard',
      batch: 'daily',
      format: format.name,
      phone: members[0]?.phone ?? '',
      address: addressIn(random, units, unit),
      creditLimit: steps * FEN_PER_STEP,
      balance: balanceWithin(random, steps * FEN_PER_STEP, at),
      members,
    }
  })
}

function codeAt(at: number): string {
  return `D${String(at + 1).padStart(4, '0')}`
}

// Most owe a part of their credit, every twelfth nearly all of it, every fifteenth has paid ahead.
function balanceWithin(random: SeededRandom, creditLimit: number, at: number): number {
  if (at % 15 === 14) return random.integer(5_000, 60_000) * 100
  const owedShare = at % 12 === 11 ? 0.97 : 0.1 + random.next() * 0.55
  return -Math.round((creditLimit * owedShare) / 100) * 100
}

function distributorName(random: SeededRandom, ending: [string, string], taken: Set<string>): Name {
  const stem = random.pick(FIRST) + random.pick(SECOND)
  if (taken.has(stem)) return distributorName(random, ending, taken)
  taken.add(stem)
  return { zh: stem + ending[0], en: `${inPinyin(stem)} ${ending[1]}` }
}

function membersOf(random: SeededRandom, people: InventedPeople, isDemonstration: boolean): SeedMember[] {
  const domain = 'distributors.example'
  const owner = people.member('owner', domain, true)
  const roles = isDemonstration
    ? (['buyer', 'service-clerk', 'read-only'] as const)
    : random
        .shuffled(['buyer', 'service-clerk', 'read-only', 'buyer'] as const)
        .slice(0, random.integer(1, 3))
  return [owner, ...roles.map((role) => people.member(role, domain, random.chance(0.8)))]
}
