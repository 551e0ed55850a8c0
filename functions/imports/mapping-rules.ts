import type { ColumnMap, SavedMap } from '#shared/imports'
import type { Columns } from './cell-rules.ts'

/** Headings as names that are told apart: blank ones by their place, repeated ones by a number. */
export function namesOfHeading(heading: readonly string[]): string[] {
  const taken = new Set<string>()
  return heading.map((cell, at) => {
    const name = cell.trim().slice(0, LONGEST_NAME) || `#${at + 1}`
    let [told, count] = [name, 1]
    while (taken.has(told)) told = `${name} (${++count})`
    taken.add(told)
    return told
  })
}

const LONGEST_NAME = 180
/** As alike as `Kundennr` and `Kundennr.`, or `customer code` and `custmer code`. */
const LEAST_LIKENESS = 0.8

/** The mapping to begin with: a saved map that fits wins, then our keys, titles and other names, then what looks alike. */
export function suggestMapping(
  columns: Columns<never>,
  names: readonly string[],
  saved: readonly SavedMap[],
): { mapping: ColumnMap; mapName?: string } {
  const fitting = saved
    .filter(({ mapping }) => fits(mapping, columns, names))
    .sort((left, right) => Object.keys(right.mapping).length - Object.keys(left.mapping).length)[0]
  if (fitting) return { mapping: fitting.mapping, mapName: fitting.name }
  const mapping: ColumnMap = {}
  const free = new Set(names)
  const take = (key: string, name: string | undefined) => {
    if (name === undefined || mapping[key] !== undefined) return
    mapping[key] = name
    free.delete(name)
  }
  const entries = Object.entries(columns)
  const ways = [
    (key: string) => [key],
    (_: string, { title }: Columns<never>[string]) => [title.zh, title.en],
    (_: string, { aliases = [] }: Columns<never>[string]) => [...aliases],
  ]
  for (const way of ways) {
    for (const [key, column] of entries) {
      const known = new Set(way(key, column).map(plain))
      take(
        key,
        [...free].find((name) => known.has(plain(name))),
      )
    }
  }
  for (const [key, { title, aliases = [] }] of entries) {
    const known = [key, title.zh, title.en, ...aliases].map(plain)
    take(
      key,
      [...free].find((name) => known.some((one) => likeness(plain(name), one) >= LEAST_LIKENESS)),
    )
  }
  return { mapping }
}

/** Names of columns that must be there and are not matched. */
export function missingColumns(columns: Columns<never>, mapping: ColumnMap): string[] {
  return Object.entries(columns).flatMap(([key, { isRequired, isExpected }]) =>
    (isRequired || isExpected) && mapping[key] === undefined ? [key] : [],
  )
}

/** What a mapping names that is not there: our keys, or headings of the file. */
export function unknownColumns(
  columns: Columns<never>,
  mapping: ColumnMap,
  names: readonly string[],
): string[] {
  return Object.entries(mapping).flatMap(([key, name]) => [
    ...(Object.hasOwn(columns, key) ? [] : [key]),
    ...(names.includes(name) ? [] : [name]),
  ])
}

function fits(mapping: ColumnMap, columns: Columns<never>, names: readonly string[]): boolean {
  return unknownColumns(columns, mapping, names).length === 0 && missingColumns(columns, mapping).length === 0
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '')
}

/** How alike two names are, from 0 to 1, by the pairs of neighbouring letters they share. */
function likeness(left: string, right: string): number {
  const [one, other] = [pairsOf(left), pairsOf(right)]
  const rest = [...other]
  const shared = one.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / (one.length + other.length)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
}
