import { useState } from 'react'
import { priceTexts } from '#shared/texts/prices'
import { removedTexts as texts } from '#shared/texts/removed'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { formatFullDay } from '../../formats.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'
import { PriceHistory } from './PriceHistory.tsx'
import { readRemovedPrices } from './price-queries.ts'

/** Rows that were taken away from a list, read when they are asked for: their history is still there. */
export function RemovedPrices({ list }: { list: string }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(texts.prices)}</summary>
      {isOpen && <Removed list={list} />}
    </details>
  )
}

function Removed({ list }: { list: string }) {
  const { t, language } = useSay()
  const time = useFullMoment()
  // Below the key of the prices, so that it is read anew with them.
  const { items, error, again, more, isReadingMore } = usePages(['prices', 'removed', list], (cursor) =>
    readRemovedPrices(list, cursor),
  )
  if (error) return <Trouble isPart error={error} onRetry={again} />
  if (!items) return <Skeleton rows={1} />
  if (items.length === 0) return <p className="text-soft">{t(texts.noPrices)}</p>
  return (
    <>
      <ul className="people card">
        {items.map((row) => (
          <li key={`${row.productId} ${row.from} ${row.removedAt}`}>
            <span className="person">
              {row.name?.[language] ?? t(texts.goneProduct)}{' '}
              {row.from && (
                <span className="facts">
                  {t(priceTexts.fromDay, { date: formatFullDay(row.from, language) })}
                </span>
              )}
              <span className="facts block">{t(texts.listOn, { time: time(row.removedAt) })}</span>
            </span>
            <PriceHistory price={row} of={row.name?.[language]} />
          </li>
        ))}
      </ul>
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}
