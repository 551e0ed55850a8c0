// Puts invented customers on real counties, with an address and a licence number.
import type { Name, Unit } from './demonstration-company.ts'
import { inPinyin } from './english-names.ts'
import type { SeededRandom } from './seeded-random.ts'
import { largestRemainder } from './share-out.ts'

const ROADS = [
  '建设',
  '人民',
  '解放',
  '文化',
  '东风',
  '青年',
  '环城',
  '新华',
  '龙泉',
  '滨河',
  '学府',
  '翠湖',
  '团结',
  '和平',
]

/** The county of each of `count` customers: more in the first cities and, within a city, in its first counties. */
export function countiesFor(units: readonly Unit[], count: number): Unit[] {
  const cities = units.filter(({ level }) => level === 'city')
  const inCity = largestRemainder(
    count,
    cities.map((_, at) => 1 / (at + 2.5)),
  )
  return cities.flatMap((city, cityAt) => {
    const counties = units.filter(({ level, path }) => level === 'county' && path.startsWith(`${city.path}/`))
    const places = counties.length > 0 ? counties : [city]
    const inPlace = largestRemainder(
      inCity[cityAt] ?? 0,
      places.map((_, at) => 1 / (at + 1.5)),
    )
    return places.flatMap((place, at) => Array.from({ length: inPlace[at] ?? 0 }, () => place))
  })
}

/** The county with most customers. */
export function homeCounty(units: readonly Unit[]): Unit | undefined {
  return countiesFor(units, 1)[0]
}

/** The same items with `wanted` at `at`: two change places, so that proportions stay. */
export function withFixed<T>(items: T[], at: number, wanted: T | undefined): T[] {
  const from = wanted === undefined ? -1 : items.indexOf(wanted)
  const [there, found] = [items[at], items[from]]
  if (there === undefined || found === undefined) return items
  return items.map((item, position) => (position === at ? found : position === from ? there : item))
}

/** A street and number in the unit; the streets exist in every town, the shops in none. */
export function addressIn(random: SeededRandom, units: readonly Unit[], unit: Unit): Name {
  const city = units.find(({ path }) => path === unit.path.slice(0, unit.path.lastIndexOf('/')))
  const road = random.pick(ROADS)
  const number = random.integer(1, 288)
  return {
    zh: `${city?.name.zh ?? ''}${unit.name.zh}${road}路 ${number} 号`,
    en: `${number} ${inPinyin(road)} Road, ${unit.name.en}${city ? `, ${city.name.en}` : ''}`,
  }
}

/** The six digits of the unit, a leading 9 that no real licence has there, and a running number. */
export function inventedLicence(unit: Unit, number: number): string {
  const division = (unit.path.split('/').at(-1) ?? '').padEnd(6, '0').slice(0, 6)
  return `${division}9${String(number).padStart(5, '0')}`
}
