// Access patterns as typed rows: the row is the code, a key with a missing part does not compile.
import { type IndexName, indexes } from './table.ts'

/** One question that the table answers. Templates name their parts in braces, as `C#{customerId}`. */
export type AccessPattern = {
  room: string
  name: string
  question: string
  read: 'get' | 'query'
  index?: IndexName
  pk: string
  sk: string
}

type Row = Omit<AccessPattern, 'room' | 'name'>
type PartNames<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartNames<Rest>
  : never

/** The parts that a pattern's templates name, all of them. */
export type Parts<Pattern extends Row> = Readonly<Record<PartNames<Pattern['pk'] | Pattern['sk']>, string>>
/** The parts a query needs: those of the partition, and of the sort key as far as the prefix reaches. */
export type PrefixParts<Pattern extends Row> = Readonly<
  Record<PartNames<Pattern['pk']>, string> & Partial<Record<PartNames<Pattern['sk']>, string>>
>

export type Key = { pk: string; sk: string }

/** Declares the rows of one room (or of `platform`). */
export function accessPatterns<const Rows extends Record<string, Row>>(room: string, rows: Rows) {
  const named = Object.entries(rows).map(([name, row]) => [name, { ...row, room, name }])
  // Object.fromEntries forgets the names of its keys; they are those of `rows`.
  return Object.fromEntries(named) as { [Name in keyof Rows]: Rows[Name] & { room: string; name: string } }
}

/** The key of one item.
 * @example keyOf(orderPatterns.head, { customerId: '0123456789ABCDEF', running: '00000027' }) */
export function keyOf<Pattern extends Row>(pattern: Pattern, parts: Parts<Pattern>): Key {
  return { pk: filled(pattern.pk, parts), sk: filled(pattern.sk, parts) }
}

/** The index attributes that make an item answer this pattern, beside the card it shows there. */
export function indexKeyOf<Pattern extends Row & { index: IndexName }>(
  pattern: Pattern,
  parts: Parts<Pattern>,
) {
  const { partitionKey, sortKey } = indexes[pattern.index]
  return { [partitionKey]: filled(pattern.pk, parts), [sortKey]: filled(pattern.sk, parts) }
}

/** The partition and the sort-key prefix of a query; the prefix ends before the first part that is not given. */
export function prefixOf<Pattern extends Row>(pattern: Pattern, parts: PrefixParts<Pattern>): Key {
  const known: Readonly<Record<string, string | undefined>> = parts
  const open = [...pattern.sk.matchAll(/\{(\w+)\}/g)].find((match) => known[match[1] ?? ''] === undefined)
  const reach = open ? pattern.sk.slice(0, open.index) : pattern.sk
  return { pk: filled(pattern.pk, parts), sk: filled(reach, parts) }
}

function filled(template: string, parts: Readonly<Record<string, string | undefined>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = parts[name]
    const isWholeKey = name === 'partition' || name === 'subject'
    if (part === undefined || part === '' || (part.includes('#') && !isWholeKey))
      throw new Error(`Key part ${name} is not usable`)
    return part
  })
}
