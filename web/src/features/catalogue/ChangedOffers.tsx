import type { Currency } from '#shared/money'
import type { PublicationView } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { formatDay } from '../../formats.ts'
import { Breaks } from './PriceTable.tsx'

type ChangedOffersProps = { changes: Pick<PublicationView, 'products' | 'prices'>; currency: Currency }

/** Which products and prices a publication changes, from what to what. */
export function ChangedOffers({ changes, currency }: ChangedOffersProps) {
  const { t, language } = useSay()
  return (
    <ul className="people">
      {changes.products.map(({ productId, code, name }) => (
        <li key={productId}>
          <span className="person">
            {name[language]} <span className="facts">{code}</span>
          </span>
        </li>
      ))}
      {changes.prices.map(({ productId, list, code, name, validFrom, from, to }) => (
        <li key={`${list} ${productId}`}>
          <span className="person">
            {name[language]} <span className="facts">{code}</span>
            <span className="facts block">
              {list} · {t(texts.seenFrom, { date: formatDay(validFrom, language) })}
            </span>
          </span>
          <span className="number">
            <Breaks row={from.at(-1)} currency={currency} /> → <Breaks row={to.at(-1)} currency={currency} />
          </span>
        </li>
      ))}
    </ul>
  )
}
