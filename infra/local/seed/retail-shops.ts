// Customers of the supplied preset.
import { addressIn, countiesFor, homeCounty, inventedLicence, withFixed } from './customer-places.ts'
import type { Name, SeedCustomer, SeedMember, Unit } from './demonstration-company.ts'
import { inPinyin } from './english-names.ts'
import type { InventedPeople } from './invented-people.ts'
import { pickWeighted, type SeededRandom, seededRandom } from './seeded-random.ts'
import { largestRemainder } from './share-out.ts'

const SHOPS = 300
export const GRADES = 30
/** Percent of shops in grade 30, 29, … 1, from the grading of a real prefecture. */
const GRADE_PERCENT = [
  1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 2, 2, 1, 1,
]

// Shops of a real prefecture by batch: weekly Monday to Friday, then odd and even weeks.
const SHOPS_BY_BATCH: [string, number][] = [
  ['weekly-1', 3680],
  ['weekly-2', 3062],
  ['weekly-3', 3293],
  ['weekly-4', 3283],
  ['weekly-5', 564],
  ['odd-1', 138],
  ['odd-2', 138],
  ['odd-3', 138],
  ['odd-4', 138],
  ['even-1', 137],
  ['even-2', 137],
  ['even-3', 136],
  ['even-4', 136],
]

type Format = { name: Name; endings: [string, string][]; weight: number; perGrade: number }
const FORMATS: Format[] = [
  {
    name: { zh: '食杂店', en: 'Grocery' },
    endings: [
      ['副食店', 'Grocery'],
      ['小卖部', 'Corner Shop'],
      ['食杂店', 'Grocery'],
    ],
    weight: 46,
    perGrade: -0.9,
  },
  {
    name: { zh: '便利店', en: 'Convenience store' },
    endings: [['便利店', 'Convenience Store']],
    weight: 24,
    perGrade: 0.4,
  },
  {
    name: { zh: '超市', en: 'Supermarket' },
    endings: [
      ['超市', 'Supermarket'],
      ['生活超市', 'Family Supermarket'],
    ],
    weight: 5,
    perGrade: 0.6,
  },
  {
    name: { zh: '商场', en: 'Department store' },
    endings: [['商场', 'Department Store']],
    weight: 1,
    perGrade: 0.06,
  },
  {
    name: { zh: '烟草专业店', en: 'Tobacconist' },
    endings: [
      ['烟酒店', 'Tobacco and Wine'],
      ['名烟名酒', 'Fine Tobacco and Wine'],
    ],
    weight: 2,
    perGrade: 0.5,
  },
  {
    name: { zh: '娱乐服务类', en: 'Leisure venue' },
    endings: [
      ['茶楼', 'Teahouse'],
      ['宾馆', 'Guesthouse'],
    ],
    weight: 3,
    perGrade: 0.05,
  },
  {
    name: { zh: '其他', en: 'Other' },
    endings: [
      ['加油站便民店', 'Filling Station Shop'],
      ['报刊亭', 'Newsstand'],
    ],
    weight: 3,
    perGrade: 0,
  },
]

const LUCK_FIRST = [...'兴福顺永宏鑫万金吉祥和瑞泰恒广盛德隆百惠康佳益民春裕']
const LUCK_SECOND = [...'旺源达发丰顺利昌来泰隆盛客家和民康美佳润华安茂惠']

const DEMONSTRATION_SHOP = {
  at: 182,
  grade: 18,
  name: { zh: '兴旺便利店', en: 'Xingwang Convenience Store' },
}
export const DEMONSTRATION_SHOP_CODE = codeAt(DEMONSTRATION_SHOP.at)

/** 300 shops; the demonstration shop is called upon in `openBatch` and has a member of each role. */
export function retailShops(
  seed: number,
  units: Unit[],
  people: InventedPeople,
  openBatch: string,
): SeedCustomer[] {
  const random = seededRandom(seed, 'shops')
  const { at: fixedAt, grade: fixedGrade } = DEMONSTRATION_SHOP
  const counties = withFixed(random.shuffled(countiesFor(units, SHOPS)), fixedAt, homeCounty(units))
  const grades = withFixed(random.shuffled(allGrades()), fixedAt, fixedGrade)
  const batches = withFixed(random.shuffled(allBatches()), fixedAt, openBatch)
  const takenNames = new Set([DEMONSTRATION_SHOP.name.zh])
  return counties.map((unit, at): SeedCustomer => {
    const isDemonstration = at === fixedAt
    const grade = grades[at] ?? 1
    const format = isDemonstration ? FORMATS[1] : pickFormat(random, grade)
    const members = membersOf(random, people, isDemonstration)
    return {
      code: codeAt(at),
      licence: inventedLicence(unit, at + 1),
      kind: 'retailer',
      name: isDemonstration ? DEMONSTRATION_SHOP.name : shopName(random, format, takenNames),
      unitPath: unit.path,
      grade,
      priceClass: 'wholesale',
      batch: batches[at] ?? openBatch,
      format: format?.name ?? { zh: '其他', en: 'Other' },
      phone: members[0]?.phone ?? '',
      address: addressIn(random, units, unit),
      members,
    }
  })
}

function codeAt(at: number): string {
  return `S${String(at + 1).padStart(4, '0')}`
}

function allGrades(): number[] {
  return largestRemainder(SHOPS, GRADE_PERCENT).flatMap((count, at) =>
    Array.from({ length: count }, () => GRADES - at),
  )
}

function allBatches(): string[] {
  const counts = largestRemainder(
    SHOPS,
    SHOPS_BY_BATCH.map(([, shops]) => shops),
  )
  return SHOPS_BY_BATCH.flatMap(([batch], at) => Array.from({ length: counts[at] ?? 0 }, () => batch))
}

function pickFormat(random: SeededRandom, grade: number): Format | undefined {
  return pickWeighted(
    random,
    FORMATS,
    ({ weight, perGrade }) => Math.max(0.5, weight + perGrade * grade),
    1,
  )[0]
}

function shopName(random: SeededRandom, format: Format | undefined, taken: Set<string>): Name {
  const luck = random.pick(LUCK_FIRST) + random.pick(LUCK_SECOND)
  const [zh, en] = random.pick(format?.endings ?? [['商店', 'Shop'] as const])
  const name = { zh: luck + zh, en: `${inPinyin(luck)} ${en}` }
  if (luck[0] === luck[1] || taken.has(name.zh)) return shopName(random, format, taken)
  taken.add(name.zh)
  return name
}

function membersOf(random: SeededRandom, people: InventedPeople, isDemonstration: boolean): SeedMember[] {
  const domain = 'shops.example'
  const owner = people.member('owner', domain, isDemonstration || random.chance(0.3))
  if (isDemonstration) {
    const others = (['buyer', 'service-clerk', 'read-only'] as const).map((role) =>
      people.member(role, domain, true),
    )
    return [owner, ...others]
  }
  if (!random.chance(0.4)) return [owner]
  const role = random.pick(['buyer', 'buyer', 'buyer', 'service-clerk', 'read-only'] as const)
  return [owner, people.member(role, domain, random.chance(0.3))]
}
