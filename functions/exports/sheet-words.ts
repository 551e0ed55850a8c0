import { getCompany, listUnits } from '#accounts'
import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import type { SheetWords } from './order-columns.ts'

/** In what words the cells of a sheet are written: the language, the company's clock, the names of its units. */
export async function sheetWords(world: World, language: Language): Promise<SheetWords> {
  const [{ timeZone }, units] = await Promise.all([getCompany(world), listUnits(world)])
  const names = new Map(units.map(({ path, name }) => [path, name[language]]))
  return { language, timeZone, unitName: (unitPath) => names.get(unitPath) || unitPath }
}
