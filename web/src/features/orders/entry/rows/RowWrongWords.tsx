import { orderMendTexts as texts } from '#shared/texts/order-mend'
import { useSay } from '../../../../components/language-context.ts'
import { quantityOf } from '../draft/quantities.ts'
import type { OrderRowProps, RowWrong } from './order-row-props.ts'

type RowWrongWordsProps = OrderRowProps & { wrong: RowWrong }

/** Says what is wrong with a row, and mends it with one press; what was wanted beyond it is remembered. */
export function RowWrongWords({ item, text, wrong, reason, isLocked, onType, onSettle }: RowWrongWordsProps) {
  const { t } = useSay()
  const { productId } = item
  const asked = quantityOf(text)
  const others = wrong.nearest.filter((quantity) => quantity !== asked)
  const take = (quantity: number) => {
    if (wrong.isShort && asked > quantity) onSettle(productId, quantity, asked)
    else onType(productId, String(quantity))
    document.getElementById(`q-${productId}`)?.focus()
  }
  return (
    <span className="row-wrong" id={`w-${productId}`}>
      <span>{wrong.sentences.join(' ')}</span>
      {!isLocked &&
        others.map((quantity, at) => (
          <button key={quantity} type="button" onClick={() => take(quantity)}>
            {t(wrong.isShort && at === 0 ? texts.settleFor : texts.useInstead, { quantity, wanted: asked })}
          </button>
        ))}
      {reason && <span className="row-reason">{reason}</span>}
    </span>
  )
}
