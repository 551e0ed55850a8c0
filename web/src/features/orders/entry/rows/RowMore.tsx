import { formatMoney } from '#shared/money'
import { limitLeftOf } from '#shared/quantity-rules'
import { orderMoreTexts as texts } from '#shared/texts/order-more'
import { Facts } from '../../../../components/Facts.tsx'
import { useSay } from '../../../../components/language-context.ts'
import { formatMoment } from '../../../../formats.ts'
import { ProductPicture } from '../../../catalogue/ProductPicture.tsx'
import { bandName } from '../../../supply/band-name.ts'
import { type LineExtra, quantityOf } from '../draft/quantities.ts'
import { useSheet } from '../sheet-context.ts'
import type { SheetItem } from '../sheet-items.ts'
import { RowCounts } from './RowCounts.tsx'
import { RowSubstitutes } from './RowSubstitutes.tsx'

type RowMoreProps = {
  item: SheetItem
  text: string
  extra: LineExtra | undefined
}

/** All there is to say and to enter about one product, opened within its row. */
export function RowMore({ item, text, extra }: RowMoreProps) {
  const { t, language } = useSay()
  const { assortment, notes, isLocked } = useSheet()
  const { currency } = assortment.company
  const { productId, picture, breaks = [], past } = item
  const isStarred = notes.starred.has(productId)
  const why = useWhy(item)
  const facts: Array<[string, string]> = [
    [t(texts.code), [item.code, item.barcode].filter(Boolean).join(' · ')],
    [t(texts.past), past ? past.join(' · ') : t(texts.never)],
  ]
  if (breaks.length > 1) {
    const said = breaks.map(({ atLeast, price }) => `≥ ${atLeast}: ${formatMoney(price, currency, language)}`)
    facts.push([t(texts.prices), said.join('\n')])
  }
  return (
    <div className="row-more">
      <div className="row-about">
        <ProductPicture product={{ ...item, pictures: picture ? [picture] : [] }} size={320} isDecoration />
        <div>
          <Facts facts={facts} />
          {why.map((sentence) => (
            <p key={sentence} className="facts">
              {sentence}
            </p>
          ))}
        </div>
      </div>
      {!isLocked && (
        <>
          <RowCounts item={item} quantity={quantityOf(text)} extra={extra} />
          <button
            type="button"
            className="quiet"
            aria-pressed={isStarred}
            onClick={() => notes.toggleStar(productId)}
          >
            {isStarred ? '★' : '☆'} {t(isStarred ? texts.unstar : texts.star)}
          </button>
          <RowSubstitutes item={item} asked={quantityOf(text)} />
        </>
      )}
    </div>
  )
}

/** Why this much may be ordered, in sentences. */
function useWhy(item: SheetItem): string[] {
  const { t, language } = useSay()
  const { assortment } = useSheet()
  const { customer, bands, limitsPublishedAt, limitsVersion, company } = assortment
  const { limit, usedElsewhere } = item
  const band = bands.find(({ code }) => code === item.band)
  const sentences: string[] = []
  if (limit && limitsPublishedAt) {
    const facts = {
      ...{ grade: customer.grade ?? 0, limit: limit.quantity, shops: limit.shops, version: limitsVersion },
      time: formatMoment(limitsPublishedAt, company.timeZone, language),
    }
    sentences.push(t(limit.isDoubled ? texts.whyDoubled : texts.why, facts))
    if (usedElsewhere > 0) {
      sentences.push(t(texts.usedElsewhere, { used: usedElsewhere, left: limitLeftOf(item) ?? 0 }))
    }
  }
  if (!limit && item.remaining === undefined) sentences.push(t(texts.free))
  if (item.remaining !== undefined) sentences.push(t(texts.firstCome, { remaining: item.remaining }))
  if (band) {
    const members = assortment.items.filter((one) => one.band === band.code)
    const name = bandName(members, { currency: company.currency, language }) ?? band.code
    sentences.push(t(texts.band, { band: name, cap: band.cap, used: band.usedElsewhere }))
  }
  if (item.minimum > 1 || item.multiple > 1) sentences.push(t(texts.steps, item))
  return sentences
}
