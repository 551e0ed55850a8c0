import { useMemo } from 'react'
import { formatMoney } from '#shared/money'
import { nearestQuantities } from '#shared/quantity-rules'
import { roomOfBands, substitutesFor, withinRoom } from '#shared/substitute-rules'
import { orderMoreTexts as texts } from '#shared/texts/order-more'
import { useSay } from '../../../../components/language-context.ts'
import { Tile } from '../../Tile.tsx'
import { linesOf } from '../draft/quantities.ts'
import { useSheet } from '../sheet-context.ts'
import { hasNone, type SheetItem } from '../sheet-items.ts'

/** What may be ordered instead of a product of which not one order's worth is left; what was wanted of it is remembered. */
export function RowSubstitutes({ item, asked }: { item: SheetItem; asked: number }) {
  const { t, language } = useSay()
  const { assortment, offers, keeper } = useSheet()
  const { items, company, bands } = assortment
  const { typed } = keeper.snapshot()
  const room = useMemo(() => {
    const others = linesOf(typed).filter(({ productId }) => productId !== item.productId)
    return roomOfBands(bands, others, (id) => offers.get(id))
  }, [item, bands, offers, typed])
  const isNone = hasNone(withinRoom(item, room.get(item.band ?? '')))
  const substitutes = useMemo(
    () => (isNone ? substitutesFor(item, items, room) : []),
    [isNone, item, items, room],
  )
  if (!isNone) return null
  if (substitutes.length === 0) return <p className="facts">{t(texts.noSubstitutes)}</p>
  const putInstead = (other: SheetItem) => {
    const wanted = !Number.isInteger(asked) || asked === 0 ? (item.past?.[0] ?? 1) : asked
    const [quantity = 0] = nearestQuantities(other, Math.max(wanted, other.minimum))
    keeper.settleFor(item.productId, 0, wanted)
    keeper.add([{ productId: other.productId, quantity }])
  }
  return (
    <section className="row-instead">
      <h3>{t(texts.instead)}</h3>
      <ul>
        {substitutes.map((other) => (
          <li key={other.productId}>
            <Tile glyph={other.glyph} colour={other.colour} />
            <span>
              {other.name[language]}
              <span className="facts block">
                {formatMoney(other.price, company.currency, language)}/{other.unit[language]}
              </span>
            </span>
            <button type="button" className="quiet" onClick={() => putInstead(other)}>
              {t(texts.putInstead)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
