import type { Currency } from '#shared/money'
import type { PublicationView } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { publicationTexts } from '#shared/texts/publications'
import { recordTexts } from '#shared/texts/records'
import { useSay } from '../../components/language-context.ts'
import { stepsOf } from '../../components/record-words.ts'
import { formatDay } from '../../formats.ts'
import { Breaks } from './PriceTerms.tsx'
import { useListNames } from './use-list-names.ts'
import { useProductWords } from './use-product-words.ts'

type ChangedOffersProps = { changes: Pick<PublicationView, 'products' | 'prices'>; currency: Currency }

/** Which products and prices a publication changes, from what to what. */
export function ChangedOffers({ changes, currency }: ChangedOffersProps) {
  const { t, language } = useSay()
  const nameOf = useListNames()
  return (
    <ul className="people">
      {changes.products.map(({ productId, code, name, change }) => (
        <li key={productId}>
          <span className="person">
            {name[language]} <span className="facts">{code}</span>
            <ChangedFields change={change} />
          </span>
        </li>
      ))}
      {changes.prices.map(({ productId, list, code, name, validFrom, from, to }) => (
        <li key={`${list} ${productId}`}>
          <span className="person">
            {name[language]} <span className="facts">{code}</span>
            <span className="facts block">
              {nameOf(list)} · {t(texts.seenFrom, { date: formatDay(validFrom, language) })}
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

/** What changes of a product, field by field; of one that comes or goes as a whole, that alone. */
function ChangedFields({ change }: { change: PublicationView['products'][number]['change'] }) {
  const { t } = useSay()
  const words = useProductWords()
  const { code } = change
  if (code?.from === null) return <span className="facts block">{t(publicationTexts.comes)}</span>
  if (code?.to === null) return <span className="facts block">{t(publicationTexts.goes)}</span>
  return stepsOf(change, words).map(({ field, name, from, to }) => (
    <span key={field} className="facts block">
      {t(name)}: {from || t(recordTexts.empty)} → {to || t(recordTexts.empty)}
    </span>
  ))
}
