import { memo } from 'react'
import type { ProductId } from '#shared/ids'
import { type Currency, formatMoney } from '#shared/money'
import { limitLeftOf, offerMoney, priceAt } from '#shared/order-rules'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import { Tile } from '../Tile.tsx'
import { quantityOf } from './quantities.ts'
import type { SheetItem } from './sheet-items.ts'

/** What is wrong with a row: its sentences, and quantities that would do. */
export type RowWrong = { sentences: string[]; nearest: number[] }

type OrderRowProps = {
  item: SheetItem
  text: string
  wrong: RowWrong | undefined
  reason: string | undefined
  isLocked: boolean
  currency: Currency
  onType: (productId: ProductId, text: string) => void
}

/** One product of the order page; renders again only when something of its own changes. */
export const OrderRow = memo(function OrderRow(props: OrderRowProps) {
  const { item, text, wrong, isLocked, currency, onType } = props
  const { t, language } = useSay()
  const { productId } = item
  const name = item.name[language]
  const quantity = quantityOf(text)
  const amount =
    quantity > 0 && !wrong ? formatMoney(offerMoney(item, quantity).amount, currency, language) : ''
  const limitLeft = limitLeftOf(item)
  return (
    <li className="row">
      <Tile glyph={item.glyph} colour={item.colour} />
      <span className="row-name">
        {name}
        <Scarcity item={item} />
      </span>
      <span className="row-facts">
        <span className="row-code">{item.code}</span>
        <span className="row-price">
          {formatMoney(priceAt(item, Math.max(quantity, 1)), currency, language)}/{item.unit[language]}
        </span>
        <span className="row-limit">
          {limitLeft === undefined ? (
            t(texts.noLimit)
          ) : (
            <>
              <span className="cell-label">{t(texts.limitOf)} </span>
              {limitLeft}
            </>
          )}
        </span>
        <span className="row-last">
          <span className="cell-label">{t(texts.last)} </span>
          {item.past?.[0] || '–'}
        </span>
      </span>
      <input
        id={`q-${productId}`}
        className={`row-quantity${quantity > 0 ? ' is-filled' : ''}${wrong ? ' is-wrong' : ''}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        value={text}
        readOnly={isLocked}
        aria-label={t(texts.quantityOf, { name })}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `w-${productId}` : undefined}
        data-quantity=""
        onFocus={(event) => event.target.select()}
        onChange={(event) => onType(productId, event.target.value)}
      />
      <span className="row-amount">{amount}</span>
      {wrong && <Wrong {...props} wrong={wrong} />}
    </li>
  )
})

function Scarcity({ item }: { item: SheetItem }) {
  const { t } = useSay()
  if (item.remaining === undefined) return null
  if (item.remaining === 0) return <span className="pill is-refused">{t(texts.soldOut)}</span>
  return <span className="pill is-attention">{t(texts.remaining, { remaining: item.remaining })}</span>
}

function Wrong({ item, wrong, reason, isLocked, onType }: OrderRowProps & { wrong: RowWrong }) {
  const { t } = useSay()
  const { productId } = item
  return (
    <span className="row-wrong" id={`w-${productId}`}>
      <span>{wrong.sentences.join(' ')}</span>
      {!isLocked &&
        wrong.nearest.map((quantity) => (
          <button
            key={quantity}
            type="button"
            onClick={() => {
              onType(productId, String(quantity))
              document.getElementById(`q-${productId}`)?.focus()
            }}
          >
            {t(texts.useInstead, { quantity })}
          </button>
        ))}
      {reason && <span className="row-reason">{reason}</span>}
    </span>
  )
}
