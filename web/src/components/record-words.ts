import { isFieldChange } from '#shared/history'
import type { Language, Text } from '#shared/languages'

/** How the fields of a kind of record are called and how their values read; a field without a name is not shown. */
export type RecordWords = {
  names: Readonly<Record<string, Text>>
  wordsFor: (field: string, value: unknown) => string
  /** The name of a field that tells of whom or what it is itself, as whose limit; `within` is what it stands in. */
  nameOf?: (field: string, within: Readonly<Record<string, unknown>>) => Text | undefined
  /** What happened, by the type of its event, where only this record knows it. */
  events?: Readonly<Record<string, Text>>
}

/** One field of a change, from what to what as people read it. */
export type Step = { field: string; name: Text; from: string; to: string }

/** What of a change is to be told, field by field. Of lists only what differs is told. */
export function stepsOf(change: Readonly<Record<string, unknown>>, words: RecordWords): Step[] {
  return namedFields(change, words).flatMap(({ field, name }) => {
    const part = change[field]
    if (!isFieldChange(part)) return []
    const [before, after] = differing(part.from, part.to)
    const [from, to] = [words.wordsFor(field, before), words.wordsFor(field, after)]
    return from === to ? [] : [{ field, name, from, to }]
  })
}

/** The fields of a record or of a change that have a name, in the order of their names. */
export function namedFields(
  record: Readonly<Record<string, unknown>>,
  { names, nameOf }: RecordWords,
): Array<{ field: string; name: Text }> {
  const others = Object.keys(record).filter((field) => names[field] === undefined)
  const named = others.flatMap((field) => {
    const name = nameOf?.(field, record)
    return name ? [{ field, name }] : []
  })
  return [...Object.entries(names).map(([field, name]) => ({ field, name })), ...named]
}

function differing(from: unknown, to: unknown): [unknown, unknown] {
  if (!Array.isArray(from) || !Array.isArray(to)) return [from, to]
  const [before, after] = [from, to].map((list) => new Set(list.map((each) => JSON.stringify(each))))
  return [
    from.filter((each) => !after?.has(JSON.stringify(each))),
    to.filter((each) => !before?.has(JSON.stringify(each))),
  ]
}

/** A value as people read it, where its field asks for nothing of its own. */
export function plainWords(value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '✓' : '—'
  if (Array.isArray(value)) return value.map((each) => plainWords(each, language)).join('；')
  if (typeof value !== 'object') return String(value)
  const parts = new Map<string, unknown>(Object.entries(value))
  if (parts.has(language)) return String(parts.get(language))
  return [...parts.values()].map((part) => plainWords(part, language)).join(' ')
}

/** The parts of a value that is a thing of several; none of one that is not. */
export function partsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
