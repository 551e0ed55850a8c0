import { lazy, memo, Suspense, useState } from 'react'
import { formatMoney } from '#shared/money'
import { offerMoney, priceAt } from '#shared/order-rules'
import { pictureName } from '#shared/picture-sizes'
import { limitLeftOf } from '#shared/quantity-rules'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../../components/language-context.ts'
import { Tile } from '../../Tile.tsx'
import { quantityOf } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'
import type { OrderRowProps } from './order-row-props.ts'
import { typedInUnits } from './typed-in-units.ts'

const RowHints = lazy(async () => ({ default: (await import('../late-parts.ts')).RowHints }))
const RowWrongWords = lazy(async () => ({ default: (await import('../late-parts.ts')).RowWrongWords }))
const RowMore = lazy(async () => ({ default: (await import('./RowMore.tsx')).RowMore }))

/** One product of the order page; renders again only when something of its own changes. */
export const OrderRow = memo(function OrderRow(props: OrderRowProps) {
  const { item, text, wrong, isLocked, currency, onType } = props
  const { t, language } = useSay()
  const [isOpen, setOpen] = useState(false)
  const { productId } = item
  const name = item.name[language]
  const quantity = quantityOf(text)
  const amount =
    quantity > 0 && !wrong ? formatMoney(offerMoney(item, quantity).amount, currency, language) : ''
  const toggle = () => setOpen((before) => !before)
  return (
    <li className="row">
      {item.picture ? (
        <img
          className="tile"
          src={`/api/pictures/${pictureName(item.picture, 96)}`}
          alt=""
          loading="lazy"
          width="44"
          height="44"
        />
      ) : (
        <Tile glyph={item.glyph} colour={item.colour} />
      )}
      <span className="row-name">
        <button
          type="button"
          className="row-open"
          aria-expanded={isOpen}
          aria-label={t(texts.more, { name })}
          onClick={toggle}
        >
          {name}
        </button>
        {props.isStarred && (
          <span className="row-star" role="img" aria-label={t(texts.starred)}>
            ★
          </span>
        )}
        <Scarcity item={item} />
      </span>
      <RowFacts item={item} quantity={quantity} currency={currency} />
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
        onChange={(event) => onType(productId, typedInUnits(item, event.target.value))}
      />
      <span className="row-amount">{amount}</span>
      <Suspense>
        <RowHints {...props} quantity={quantity} onMore={toggle} />
      </Suspense>
      {wrong && (
        <Suspense>
          <RowWrongWords {...props} wrong={wrong} />
        </Suspense>
      )}
      {isOpen && (
        <Suspense fallback={<span className="row-more text-soft">{t(texts.opening)}</span>}>
          <RowMore item={item} text={text} extra={props.extra} />
        </Suspense>
      )}
    </li>
  )
})

type RowFactsProps = Pick<OrderRowProps, 'item' | 'currency'> & { quantity: number }

function RowFacts({ item, quantity, currency }: RowFactsProps) {
  const { t, language } = useSay()
  const limitLeft = limitLeftOf(item)
  return (
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
      <span className={`row-last${item.past?.[0] ? '' : ' is-none'}`}>
        <span className="cell-label">{t(texts.last)} </span>
        {item.past?.[0] || '–'}
      </span>
    </span>
  )
}

function Scarcity({ item }: { item: SheetItem }) {
  const { t } = useSay()
  if (item.remaining === undefined) return null
  if (item.remaining === 0) return <span className="pill is-refused">{t(texts.soldOut)}</span>
  return (
    <span className={item.isLow ? 'pill is-attention' : 'pill'}>
      {t(texts.remaining, { remaining: item.remaining })}
    </span>
  )
}
