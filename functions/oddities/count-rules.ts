import { type OddityKind, oddityKinds } from '#shared/oddity-kinds'
import type { UnitPath } from '#shared/unit-path'

/** How many shops of a unit are worth a look, at how many nobody has looked, and for which reasons. */
export type OddityCount = { shops: number; open: number; kinds: Record<OddityKind, number> }
export type UnitCount = OddityCount & { unitPath: UnitPath }

/** The shops that are worth a look, counted by their own unit. */
export function countedByUnit(
  found: ReadonlyArray<{ unitPath: UnitPath; kinds: readonly OddityKind[] }>,
): UnitCount[] {
  return [...Map.groupBy(found, ({ unitPath }) => unitPath)].map(([unitPath, of]) => ({
    unitPath,
    shops: of.length,
    open: of.length,
    kinds: kindsCounted((kind) => of.filter(({ kinds }) => kinds.includes(kind)).length),
  }))
}

/** Counts of many units as one. */
export function sumOf(counts: readonly OddityCount[]): OddityCount {
  const sum = (of: (count: OddityCount) => number) => counts.reduce((all, count) => all + of(count), 0)
  return {
    shops: sum(({ shops }) => shops),
    open: sum(({ open }) => open),
    kinds: kindsCounted((kind) => sum(({ kinds }) => kinds[kind])),
  }
}

/** The counts on the first level of units where they part, the largest first. */
export function countsWhereTheyPart(counts: readonly UnitCount[]): UnitCount[] {
  const paths = counts.map(({ unitPath }) => unitPath.split('/'))
  const [first = [], ...others] = paths
  const parting = first.findIndex((code, at) => others.some((other) => other[at] !== code))
  const level = (parting < 0 ? first.length : parting) + 1
  const groups = Map.groupBy(counts, ({ unitPath }) => unitPath.split('/').slice(0, level).join('/'))
  return [...groups]
    .map(([unitPath, of]) => ({ unitPath, ...sumOf(of) }))
    .sort((one, other) => other.shops - one.shops || (one.unitPath < other.unitPath ? -1 : 1))
}

function kindsCounted(of: (kind: OddityKind) => number): Record<OddityKind, number> {
  const [identical, device, late, swing] = oddityKinds.map(of)
  return { identical: identical ?? 0, device: device ?? 0, late: late ?? 0, swing: swing ?? 0 }
}
