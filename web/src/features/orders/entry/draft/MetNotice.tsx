import type { ProductId } from '#shared/ids'
import { orderMetTexts as texts } from '#shared/texts/order-met'
import { useSay } from '../../../../components/language-context.ts'
import { useSheet } from '../sheet-context.ts'
import type { Met } from './meet-draft.ts'

const MOST_NAMED = 5

/** What another device did to this draft, row by row; it stays until somebody has read it. */
export function MetNotice({ met }: { met: Met }) {
  const { t, language } = useSay()
  const { offers, keeper } = useSheet()
  const { isOrdered, ordered, added, differing, isWritten } = met
  const nameOf = (productId: ProductId) => offers.get(productId)?.name[language] ?? productId
  const named = (ids: readonly ProductId[]) => {
    const names = ids.slice(0, MOST_NAMED).map(nameOf).join(t(texts.comma))
    return ids.length > MOST_NAMED ? t(texts.andMore, { names, count: ids.length }) : names
  }
  const putBack = () => {
    keeper.putRows(ordered)
    keeper.dismiss()
  }
  return (
    <div className={isOrdered ? 'notice bad' : 'notice'} role={isOrdered ? 'alert' : 'status'}>
      <p>{t(isOrdered ? texts.ordered : texts.merged)}</p>
      {ordered.size > 0 && <p>{t(texts.left, { names: named([...ordered.keys()]) })}</p>}
      {added.length > 0 && <p>{t(texts.added, { names: named(added) })}</p>}
      {differing.map(({ productId, mine, theirs }) => (
        <p key={productId}>
          {t(texts.differing, { name: nameOf(productId), mine: mine || '0', theirs: theirs || '0' })}
        </p>
      ))}
      {isWritten && <p>{t(texts.written)}</p>}
      <p className="notice-ways">
        {isOrdered && <a href={`/${language}/orders/`}>{t(texts.seeOrders)}</a>}
        {ordered.size > 0 && (
          <button type="button" onClick={putBack}>
            {t(texts.putBack)}
          </button>
        )}
        <button type="button" onClick={keeper.dismiss}>
          {t(texts.seen)}
        </button>
      </p>
    </div>
  )
}
