import type { ReachedUnit, Unit } from '#shared/accounts'
import type { Language } from '#shared/languages'
import { isWithinUnit, type UnitPath } from '#shared/unit-path'

type UnitOption = Pick<ReachedUnit, 'path' | 'name'> & { isReached: boolean }

/** The units that a person may choose: those of its own, and for orientation, not to choose, what lies above them. The
 * one that is chosen stays to be seen, whosever it is. */
export function unitOptions(units: readonly ReachedUnit[], chosen: UnitPath): UnitOption[] {
  const own = units.filter(({ isReached }) => isReached)
  return units.filter(
    ({ path, isReached }) =>
      isReached || path === chosen || own.some((unit) => isWithinUnit(unit.path, path)),
  )
}

/** What a unit is called, by its path; the path itself where it is not known, or not read yet. */
export function nameOfUnit(
  units: readonly Unit[] | undefined,
  unitPath: UnitPath,
  language: Language,
): string {
  return units?.find(({ path }) => path === unitPath)?.name[language] ?? unitPath
}
