import type { Unit } from '#shared/accounts'
import type { Text } from '#shared/languages'
import type { Facts, ProblemCode } from '#shared/problems'
import { isWithinUnit, type UnitPath, unitAbove } from '#shared/unit-path'

const MOST_LEVELS = 8
const FIRST_VERSION = 1

type Refusal = { code: ProblemCode; facts: Facts }
type Units = readonly Unit[]

/** Why a unit cannot be put at a path where none is; undefined when it can. */
export function refusalOfPlace(units: Units, path: UnitPath): Refusal | undefined {
  if (unitAt(units, path)) return { code: 'company.unit_taken', facts: { unit: path } }
  const above = unitAbove(path)
  const root = units.find((unit) => !unitAbove(unit.path))
  if (above === undefined) return root && { code: 'company.second_root', facts: { root: root.path } }
  if (levelOf(path) > MOST_LEVELS) return { code: 'company.unit_too_deep', facts: { most: MOST_LEVELS } }
  return unitAt(units, above) ? undefined : { code: 'company.unit_without_above', facts: { above } }
}

/** Why a unit cannot leave its place, be it empty or not; undefined when nothing of the tree holds it. */
export function refusalOfLeaving(units: Units, unit: Unit): Refusal | undefined {
  if (!unitAbove(unit.path)) return { code: 'company.unit_is_root', facts: {} }
  const below = units.filter(({ path }) => path !== unit.path && isWithinUnit(path, unit.path))
  if (below.length === 0) return undefined
  return { code: 'company.unit_has_units', facts: { unit: unit.name, count: below.length } }
}

/** The tree with a unit as it is to be called; one that is new begins with version 1. `null` takes a level's name away. */
export function withUnit(
  units: Units,
  { path, name, levelName }: { path: UnitPath; name: Text; levelName?: Text | null },
): Unit[] {
  const before = unitAt(units, path)
  const kept = levelName === undefined ? before?.levelName : (levelName ?? undefined)
  const version = before ? versionOfUnit(before) + 1 : FIRST_VERSION
  const after = { path, name, level: levelOf(path), ...(kept && { levelName: kept }), version }
  return [...units.filter((unit) => unit.path !== path), after]
}

/** The tree without a unit. */
export function withoutUnit(units: Units, path: UnitPath): Unit[] {
  return units.filter((unit) => unit.path !== path)
}

/** The tree with a unit at another place, called as before. */
export function withMoved(units: Units, unit: Unit, to: UnitPath): Unit[] {
  const moved = { ...unit, path: to, level: levelOf(to), version: versionOfUnit(unit) + 1 }
  return [...withoutUnit(units, unit.path), moved]
}

/** Where a unit lies once it is put under another. */
export function pathUnder(path: UnitPath, under: UnitPath): UnitPath {
  return `${under}/${path.slice(path.lastIndexOf('/') + 1)}`
}

/** The version of a unit; one from before units were counted has the first. */
export function versionOfUnit({ version }: Unit): number {
  return version ?? FIRST_VERSION
}

export function unitAt(units: Units, path: UnitPath): Unit | undefined {
  return units.find((unit) => unit.path === path)
}

function levelOf(path: UnitPath): number {
  return path.split('/').length
}
