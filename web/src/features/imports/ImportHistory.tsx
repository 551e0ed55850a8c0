import { useQuery } from '@tanstack/react-query'
import type { ImportView } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { columnsQuery, importQuery } from './import-queries.ts'

/** Who did what with a file: read, previewed, confirmed, taken back. */
export function ImportHistory({ one: { importId, kind } }: { one: ImportView }) {
  const words = useImportWords(kind)
  return (
    <HistoryFold
      place={{ path: `/imports/${importId}`, queryKey: importQuery(importId).queryKey }}
      words={words}
    />
  )
}

function useImportWords(kind: ImportView['kind']): RecordWords {
  const { t, language } = useSay()
  const columns = useQuery(columnsQuery(kind))
  const titleOf = (key: string) =>
    columns.data?.items.find((column) => column.key === key)?.title[language] ?? key
  const texted = new Map(Object.entries(texts))
  const word = (value: unknown) => {
    const text = texted.get(String(value))
    return text ? t(text) : plainWords(value, language)
  }
  const parts = (value: unknown, name: (key: string) => string) =>
    Object.entries(partsOf(value))
      .map(([key, part]) => `${name(key)}: ${plainWords(part, language)}`)
      .join('；')
  const readings = new Map<string, (value: unknown) => string>([
    ['kind', word],
    ['state', word],
    ['mapping', (value) => parts(value, titleOf)],
    ['options', (value) => parts(value, (key) => word(key === 'isAllOrNothing' ? 'allOrNothing' : key))],
  ])
  const { kind: what, fileName, state, mapping, optionsTitle, mapName } = texts
  return {
    names: { kind: what, fileName, state, mapping, options: optionsTitle, mapName },
    wordsFor: (field, value) => (readings.get(field) ?? ((other) => plainWords(other, language)))(value),
  }
}
