import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../../components/language-context.ts'
import { formatMoment } from '../../../../formats.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import { blocksOf, RowBlock, type RowBlockProps } from './RowBlock.tsx'
import { moveByKey } from './row-keys.ts'

const NothingToOrder = lazy(async () => ({ default: (await import('../late-parts.ts')).NothingToOrder }))
const NothingFound = lazy(async () => ({ default: (await import('../late-parts.ts')).NothingFound }))

const MOST_MADE_AHEAD = 20
const LATER_MILLISECONDS = 50

type SheetRowsProps = Omit<RowBlockProps, 'reason' | 'currency' | 'isWanted'> & {
  assortment: SheetAssortment
  query: string
  /** The product to be brought into view, whether its row is made yet or not. */
  wanted: ProductId | undefined
  onShowAll: () => void
}

/** The rows of the order page, or why there are none. */
export function SheetRows(props: SheetRowsProps) {
  const { assortment, items, query, wanted, onShowAll, ...rows } = props
  const { t, language } = useSay()
  const { company, limitsVersion, limitsPublishedAt } = assortment
  const reason = limitsPublishedAt
    ? t(texts.reason, {
        version: limitsVersion,
        time: formatMoment(limitsPublishedAt, company.timeZone, language),
      })
    : undefined
  const blocks = useMemo(() => blocksOf(items), [items])
  const made = useMadeBlocks(blocks.length)
  if (assortment.items.length === 0) {
    return (
      <Suspense>
        <NothingToOrder />
      </Suspense>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields within
    <div className="sheet-list" onKeyDown={moveByKey}>
      <RowHeads />
      <ul>
        {blocks.map((block, at) => (
          <RowBlock
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name, their rows have
            key={at}
            {...rows}
            items={block}
            reason={reason}
            currency={company.currency}
            isWanted={at < made || block.some(({ productId }) => productId === wanted)}
          />
        ))}
      </ul>
      {items.length === 0 && (
        <Suspense>
          <NothingFound query={query} onShowAll={onShowAll} />
        </Suspense>
      )}
    </div>
  )
}

/** The first block is made at once and the next ones whenever the browser rests, so that a page can be searched whole;
 * a range beyond that is made where one scrolls to. */
function useMadeBlocks(count: number): number {
  const [made, setMade] = useState(1)
  useEffect(() => {
    if (made >= Math.min(count, MOST_MADE_AHEAD)) return
    const next = () => setMade(made + 1)
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(next, LATER_MILLISECONDS)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(next)
    return () => cancelIdleCallback(idle)
  }, [made, count])
  return made
}

function RowHeads() {
  const { t } = useSay()
  return (
    <div className="row row-heads" aria-hidden="true">
      <span className="row-name">{t(texts.product)}</span>
      <span className="row-facts">
        <span className="row-code">{t(texts.code)}</span>
        <span className="row-price">{t(texts.price)}</span>
        <span className="row-limit">{t(texts.limitLeft)}</span>
        <span className="row-last">{t(texts.last)}</span>
      </span>
      <span className="row-quantity">{t(texts.quantity)}</span>
      <span className="row-amount">{t(texts.amount)}</span>
    </div>
  )
}
