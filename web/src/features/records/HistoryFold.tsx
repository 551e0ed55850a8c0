import { lazy, Suspense, useState } from 'react'
import { recordTexts as texts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import type { RecordWords } from '../../components/record-words.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import type { RecordPlace } from './record-queries.ts'

const RecordHistory = lazy(async () => ({ default: (await import('./RecordHistory.tsx')).RecordHistory }))

type HistoryFoldProps = {
  place: RecordPlace
  words: RecordWords
  /** Of whom, where several stand on a page. */
  of?: string
  /** What the fold is called, where one page tells several histories. */
  title?: string
}

/** What became of a record, read when it is opened. */
export function HistoryFold({ place, words, of, title }: HistoryFoldProps) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="history-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link" aria-label={of && `${t(texts.history)} ${of}`}>
        {title ?? t(texts.history)}
      </summary>
      {isOpen && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <RecordHistory place={place} words={words} isFolded />
        </Suspense>
      )}
    </details>
  )
}
