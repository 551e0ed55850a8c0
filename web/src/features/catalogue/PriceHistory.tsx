import { useRef } from 'react'
import type { Price } from '#shared/prices'
import { listTexts } from '#shared/texts/lists'
import { useSay } from '../../components/language-context.ts'
import { useOpenDialog } from '../../components/use-open-dialog.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { usePriceWords } from './use-price-words.ts'

type PriceHistoryProps = { price: Pick<Price, 'list' | 'productId' | 'from'>; of?: string }

/** What became of a row of a price list; read when it is opened. */
export function PriceHistory({ price: { list, productId, from: firstDay }, of }: PriceHistoryProps) {
  const words = usePriceWords()
  const path = `/price-lists/${list}/prices/${productId}`
  return (
    <HistoryFold
      place={{ path, queryKey: ['prices', list, productId], from: firstDay }}
      words={words}
      of={of}
    />
  )
}

/** The history of a row for those who may not change it. */
export function PriceHistoryDialog({ price, onClose }: { price: Price; onClose: () => void }) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  useOpenDialog(dialog)
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="price-history" onClose={onClose}>
      <h2 id="price-history">{price.name[language]}</h2>
      <PriceHistory price={price} />
      <button type="button" className="quiet mt-3" onClick={() => dialog.current?.close()}>
        {t(listTexts.close)}
      </button>
    </dialog>
  )
}
