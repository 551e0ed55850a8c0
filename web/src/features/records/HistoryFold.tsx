import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { HistoryEntry } from '#shared/history'
import { recordTexts as texts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import type { RecordWords } from '../../components/record-words.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import type { RecordPlace } from './record-queries.ts'

const RecordHistory = lazy(async () => ({ default: (await import('./RecordHistory.tsx')).RecordHistory }))
const LoneHistory = lazy(async () => ({ default: (await import('./LoneHistory.tsx')).LoneHistory }))

type HistoryFoldProps = {
  place: RecordPlace
  words: RecordWords
  /** Of whom, where several stand on a page. */
  of?: string
  /** What the fold is called, where one page tells several histories. */
  title?: string
  /** On a page without answers kept by TanStack Query. */
  isAlone?: boolean
  /** What else there is to say of an entry. */
  more?: (entry: HistoryEntry) => ReactNode
}

/** What became of a record, read when it is opened. */
export function HistoryFold({ place, words, of, title, isAlone = false, more }: HistoryFoldProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  const History = isAlone ? LoneHistory : RecordHistory
  return (
    <details className="history-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link" aria-label={of && `${t(texts.history)} ${of}`}>
        {title ?? t(texts.history)}
      </summary>
      {isOpen && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <History place={place} words={words} more={more} isFolded />
        </Suspense>
      )}
    </details>
  )
}
