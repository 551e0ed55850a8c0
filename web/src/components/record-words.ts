import type { Language, Text } from '#shared/languages'

/** How the fields of a kind of record are called and how their values read; a field without a name is not shown. */
export type RecordWords = {
  names: Readonly<Record<string, Text>>
  wordsFor: (field: string, value: unknown) => string
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
