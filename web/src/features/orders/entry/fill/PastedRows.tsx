import { memo, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { MOST_LINES } from '#shared/order-rules'
import type { RowVerdict } from '#shared/row-verdicts'
import { orderMendTexts as mendTexts } from '#shared/texts/order-mend'
import { orderPasteTexts as texts } from '#shared/texts/order-paste'
import { countInUnit } from '#shared/unit-chain'
import { useSay } from '../../../../components/language-context.ts'
import { useSheet } from '../sheet-context.ts'
import { PastedFind } from './PastedFind.tsx'
import { whyNot } from './pasted-words.ts'

const SHOWN_AT_ONCE = 200

type Mending = {
  onChoose: (row: number, productId: ProductId) => void
  onDecide: (row: number, quantity: number) => void
  /** Which column holds the quantity, of all rows. */
  onTell: (column: number) => void
}

/** The verdict of each row, those to be mended first. */
export function PastedRows({ verdicts, ...mending }: Mending & { verdicts: readonly RowVerdict[] }) {
  const { t } = useSay()
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const sorted = [
    ...verdicts.filter(({ kind }) => kind !== 'matched'),
    ...verdicts.filter(({ kind }) => kind === 'matched'),
  ]
  if (verdicts.length === 0) return null
  return (
    <>
      <ul className="pasted">
        {sorted.slice(0, most).map((verdict) => (
          <PastedRow key={verdict.row} verdict={verdict} {...mending} />
        ))}
      </ul>
      {sorted.length > most && (
        <button type="button" className="quiet" onClick={() => setMost(most + SHOWN_AT_ONCE)}>
          {t(texts.showMore, { count: sorted.length - most })}
        </button>
      )}
    </>
  )
}

const PastedRow = memo(function PastedRow({ verdict, ...mending }: Mending & { verdict: RowVerdict }) {
  const { t, language } = useSay()
  const { assortment, offers } = useSheet()
  const { row, text, kind, productId, quantity, joins, numbers, wanted } = verdict
  const why = whyNot(verdict, offers, assortment, language)
  const product = productId && offers.get(productId)
  return (
    <li className={kind === 'matched' ? undefined : 'is-open'}>
      <span className="pasted-row">{row}</span>
      <span>
        {product ? product.name[language] : text}
        {product && <span className="facts block">{text}</span>}
      </span>
      <span className="pasted-verdict">
        {kind === 'matched' && joins === undefined && countInUnit(quantity ?? 0, product?.unit, language)}
        {kind === 'matched' && wanted !== undefined && (
          <span className="facts block">{t(texts.wantedOnRecord, { wanted })}</span>
        )}
        {joins !== undefined && t(texts.joined, { row: joins })}
        {kind === 'several' && t(texts.several)}
        {kind === 'unknown' && t(texts.unknown)}
        {kind === 'quantity' && numbers && t(texts.whichNumber)}
        {kind === 'quantity' &&
          !numbers &&
          t(quantity === undefined ? texts.noQuantity : texts.wrongQuantity, { quantity })}
        {kind === 'surplus' && t(texts.surplus, { most: MOST_LINES })}
      </span>
      {why.length > 0 && <span className="pasted-why">{why.join(' ')}</span>}
      <Mend verdict={verdict} {...mending} />
    </li>
  )
})

function Mend({ verdict, onChoose, onDecide, onTell }: Mending & { verdict: RowVerdict }) {
  const { t, language } = useSay()
  const { offers } = useSheet()
  const { row, text, kind, productId, candidates, nearest = [], numbers, wanted } = verdict
  if (kind === 'matched' || kind === 'surplus') return null
  if (numbers) {
    const unit = productId && offers.get(productId)?.unit
    return (
      <span className="pasted-mend">
        {numbers.map(({ quantity, column }) => (
          <button
            key={quantity}
            type="button"
            className="filter"
            onClick={() => (column === undefined ? onDecide(row, quantity) : onTell(column))}
          >
            {countInUnit(quantity, unit, language)}
          </button>
        ))}
      </span>
    )
  }
  if (kind === 'quantity') {
    const canHave = nearest.filter((quantity) => quantity > 0)
    const offered = canHave.length === 0 && wanted !== undefined ? [0] : canHave
    const label = (quantity: number, at: number) => {
      if (wanted === undefined || at > 0) return t(texts.makeIt, { quantity })
      return t(quantity > 0 ? mendTexts.settleFor : texts.onlyWanted, { quantity, wanted })
    }
    return (
      <span className="pasted-mend">
        {offered.map((quantity, at) => (
          <button key={quantity} type="button" className="filter" onClick={() => onDecide(row, quantity)}>
            {label(quantity, at)}
          </button>
        ))}
        {canHave.length === 0 && <span className="facts">{t(texts.noneToHave)}</span>}
      </span>
    )
  }
  const named = candidates.flatMap((productId) => offers.get(productId) ?? [])
  return (
    <span className="pasted-mend">
      {named.map(({ productId, name }) => (
        <button key={productId} type="button" className="filter" onClick={() => onChoose(row, productId)}>
          {name[language]}
        </button>
      ))}
      <PastedFind text={text} onChoose={(productId) => onChoose(row, productId)} />
    </span>
  )
}
