import type { UnitPath } from '#shared/unit-path'

type Counts = ReadonlyMap<UnitPath, number>
export type UnitProgress = { unitPath: UnitPath; due: number; ordered: number }

/** How many are due and how many have ordered, by the units one level below where one looks from; a unit's own shops
 * stand under itself. Both counts are read one after the other, so a shop in between may be in one of them alone. */
export function progressByUnit(from: UnitPath, due: Counts, ordered: Counts): UnitProgress[] {
  const found = new Map<UnitPath, UnitProgress>()
  const depth = from === '' ? 1 : from.split('/').length + 1
  for (const unitPath of new Set([...due.keys(), ...ordered.keys()])) {
    const above = unitPath.split('/').slice(0, depth).join('/')
    const sum = found.get(above) ?? { unitPath: above, due: 0, ordered: 0 }
    const [more, moreOrdered] = [due.get(unitPath) ?? 0, ordered.get(unitPath) ?? 0]
    found.set(above, { ...sum, due: sum.due + more, ordered: sum.ordered + Math.min(more, moreOrdered) })
  }
  return [...found.values()]
    .filter((sum) => sum.due > 0)
    .sort((one, other) => (one.unitPath < other.unitPath ? -1 : 1))
}
