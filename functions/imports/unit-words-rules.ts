import type { Unit } from '#shared/accounts'
import type { UnitPath } from '#shared/unit-path'
import type { RowProblem } from './cell-rules.ts'

const MOST_SHOWN = 3

/** The units that a cell may mean: the one of this path, or else those of this last code, or else of this name. */
export function unitsMeant(units: readonly Unit[], written: string): UnitPath[] {
  const ways = [
    ({ path }: Unit) => path === written,
    ({ path }: Unit) => path.split('/').at(-1) === written,
    ({ name }: Unit) => name.zh === written || name.en.toLowerCase() === written.toLowerCase(),
  ]
  const found = ways.map((isMeant) => units.filter(isMeant)).find((meant) => meant.length > 0)
  return found?.map(({ path }) => path) ?? []
}

/** Why a cell names no unit: none is meant, or several are. */
export function unitFault(units: readonly Unit[], written: string): RowProblem | undefined {
  const meant = unitsMeant(units, written)
  if (meant.length === 1) return undefined
  if (meant.length > 1) {
    const paths = meant.slice(0, MOST_SHOWN).join(', ')
    return { code: 'imports.unit_unclear', column: 'unit', facts: { value: written, paths } }
  }
  const example = units.reduce((deepest, { path }) => (path.length > deepest.length ? path : deepest), '')
  return { code: 'imports.unit_unknown', column: 'unit', facts: { value: written, example } }
}
