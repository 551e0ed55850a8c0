import { formatMoney } from '#shared/money'
import { limitLeftOf } from '#shared/quantity-rules'
import { orderSideTexts as texts } from '#shared/texts/order-side'
import { writtenQuantity } from '#shared/unit-chain'
import { useSay } from '../../../../components/language-context.ts'
import { hasNone, type SheetItem } from '../sheet-items.ts'
import type { OrderRowProps } from './order-row-props.ts'

type RowHintsProps = OrderRowProps & { quantity: number; onMore: () => void }

/** What a row has to say beyond its columns, in one line that is only there when there is something. */
export function RowHints({ item, extra, stock, source, wrong, currency, quantity, onMore }: RowHintsProps) {
  const { t, language } = useSay()
  const { unit, packs = [] } = item
  const ahead = breakAhead(item, quantity)
  const isNone = hasNone(item, wrong)
  const isInPacks = packs[0] !== undefined && quantity >= packs[0].contains
  const wanted = extra?.wanted !== undefined && extra.wanted > quantity ? extra.wanted : undefined
  const isSilent =
    !ahead && !isInPacks && !wanted && stock === undefined && !source && !extra?.note && !isNone
  if (isSilent) return null
  return (
    <span className="row-hints">
      {isInPacks && <span>= {writtenQuantity({ unit, packs }, quantity, language)}</span>}
      {ahead && !ahead.isNear && (
        <span>
          {t(texts.breakFrom, {
            atLeast: ahead.atLeast,
            unit: unit[language],
            price: formatMoney(ahead.price, currency, language),
          })}
        </span>
      )}
      {ahead?.isNear && (
        <span className="is-done">
          {t(texts.nextBreak, {
            more: ahead.atLeast - quantity,
            unit: unit[language],
            price: formatMoney(ahead.price, currency, language),
          })}
        </span>
      )}
      {source && <span>{source}</span>}
      {wanted && <span className="is-waiting">{t(texts.wantedKept, { wanted })}</span>}
      {stock !== undefined && <span>{t(texts.stockLeft, { stock })}</span>}
      {extra?.note && <span>“{extra.note}”</span>}
      {isNone && (
        <button type="button" className="link" onClick={onMore}>
          {t(texts.seeSubstitutes)}
        </button>
      )}
    </span>
  )
}

/** The next price within the limit; near when it takes at most as much again as is ordered. */
function breakAhead(item: SheetItem, quantity: number) {
  const next = item.breaks?.find(({ atLeast }) => atLeast > quantity)
  const left = Math.min(limitLeftOf(item) ?? Infinity, item.remaining ?? Infinity)
  if (!next || next.atLeast > left) return undefined
  return { ...next, isNear: quantity > 0 && next.atLeast <= 2 * quantity }
}
