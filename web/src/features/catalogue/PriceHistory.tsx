import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatMoney } from '#shared/money'
import type { Price } from '#shared/prices'
import { listTexts } from '#shared/texts/lists'
import { priceTexts as texts } from '#shared/texts/prices'
import { recordTexts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import { formatFullDay } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { partsOf, plainWords, type RecordWords } from '../records/record-words.ts'

const { from, until, breaks, minimum, multiple } = texts

/** What became of a row of a price list; read when it is opened. */
export function PriceHistory({ price: { list, productId, from: firstDay } }: { price: Price }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  const words = usePriceWords()
  const path = `/price-lists/${list}/prices/${productId}`
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(recordTexts.history)}</summary>
      {isOpen && (
        <RecordHistory
          place={{ path, queryKey: ['prices', list, productId], from: firstDay }}
          words={words}
        />
      )}
    </details>
  )
}

/** The history of a row for those who may not change it. */
export function PriceHistoryDialog({ price, onClose }: { price: Price; onClose: () => void }) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const show = (element: HTMLDialogElement | null) => {
    dialog.current = element
    if (element && !element.open) element.showModal()
  }
  return (
    <dialog ref={show} className="ask" aria-labelledby="price-history" onClose={onClose}>
      <h2 id="price-history">{price.name[language]}</h2>
      <PriceHistory price={price} />
      <button type="button" className="quiet mt-3" onClick={() => dialog.current?.close()}>
        {t(listTexts.close)}
      </button>
    </dialog>
  )
}

function usePriceWords(): RecordWords {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const day = (value: unknown) => (typeof value === 'string' ? formatFullDay(value, language) : '')
  const money = (value: unknown) =>
    typeof value === 'number' && company ? formatMoney(value, company.currency, language) : ''
  const breakWords = (value: unknown) =>
    (Array.isArray(value) ? value.map(partsOf) : [])
      .map(({ atLeast, price }) =>
        atLeast === 1 ? money(price) : t(texts.breakAt, { count: atLeast, price: money(price) }),
      )
      .join('；')
  const readings = new Map([
    ['from', day],
    ['until', day],
    ['breaks', breakWords],
  ])
  return {
    names: { from, until, breaks, minimum, multiple },
    wordsFor: (field, value) => readings.get(field)?.(value) ?? plainWords(value, language),
  }
}
