import { formatMoney } from '#shared/money'
import { orderSideTexts as texts } from '#shared/texts/order-side'
import { writtenQuantity } from '#shared/unit-chain'
import { useSay } from '../../../../components/language-context.ts'
import { hasNone } from '../sheet-items.ts'
import { breakAhead } from './break-ahead.ts'
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
  const isBare = !isInPacks && !wanted && stock === undefined && !source && !extra?.note && !isNone
  if (isBare && !ahead) return null
  // A phone keeps its rows low: there a break is told once it is near, and in the details.
  const isForWide = isBare && !ahead?.isNear
  return (
    <span className={isForWide ? 'row-hints only-wide' : 'row-hints'}>
      {isInPacks && <span>= {writtenQuantity({ unit, packs }, quantity, language)}</span>}
      {ahead && !ahead.isNear && (
        <span className="only-wide">
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
