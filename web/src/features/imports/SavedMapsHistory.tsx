import { useQuery } from '@tanstack/react-query'
import type { ImportKind } from '#shared/import-words'
import type { SavedMap } from '#shared/imports'
import { importTexts as texts } from '#shared/texts/imports'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { columnsQuery, mapsQuery } from './import-queries.ts'

type SavedMapsHistoryProps = { kind: ImportKind; maps: readonly SavedMap[] }

/** What became of the columns that are kept for a kind of file, name by name. */
export function SavedMapsHistory({ kind, maps }: SavedMapsHistoryProps) {
  const { t, language } = useSay()
  const columns = useQuery(columnsQuery(kind))
  const words: RecordWords = {
    names: {},
    nameOf: (field) => {
      const [, key] = /^column (.+)$/.exec(field) ?? []
      return columns.data?.items.find((column) => column.key === key)?.title ?? (key ? same(key) : undefined)
    },
    wordsFor: (_, value) => plainWords(value, language),
  }
  return (
    <details>
      <summary className="link">{t(texts.mapHistory)}</summary>
      {maps.map(({ name }) => (
        <HistoryFold
          key={name}
          place={{
            path: `/import-maps/${kind}/${encodeURIComponent(name)}`,
            queryKey: [...mapsQuery(kind).queryKey, name],
          }}
          words={words}
          title={name}
        />
      ))}
    </details>
  )
}

function same(key: string) {
  return { zh: key, en: key }
}
