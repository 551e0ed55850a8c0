import { type Currency, formatMoney } from '#shared/money'
import type { Price, PriceRowField } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { formatDay } from '../../formats.ts'

type PriceTableProps = {
  rows: readonly Price[]
  currency: Currency
  onOpen?: (price: Price) => void
}

/** The rows of a price list. */
export function PriceTable({ rows, currency, onOpen }: PriceTableProps) {
  const { t, language } = useSay()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too
    <section className="card ledger-frame" tabIndex={0} aria-label={t(texts.title)}>
      <table className="ledger records">
        <thead>
          <tr>
            <th scope="col">{t(texts.product)}</th>
            <th scope="col">{t(texts.valid)}</th>
            <th scope="col" className="number">
              {t(texts.price)}
            </th>
            <th scope="col" className="number">
              {t(texts.minimum)}
            </th>
            <th scope="col" className="number">
              {t(texts.multiple)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.productId} ${row.from ?? ''}`}>
              <th scope="row">
                {onOpen ? (
                  <button type="button" className="link" onClick={() => onOpen(row)}>
                    {row.name[language]}
                  </button>
                ) : (
                  row.name[language]
                )}{' '}
                <span className="facts">{row.code}</span>
              </th>
              <td data-title={t(texts.valid)}>
                <Validity row={row} />
              </td>
              <td className="number" data-title={t(texts.price)}>
                <Breaks row={row} currency={currency} />
              </td>
              <td className="number" data-title={t(texts.minimum)}>
                {row.minimum}
              </td>
              <td className="number" data-title={t(texts.multiple)}>
                {row.multiple}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** On which days a row holds. */
export function Validity({ row: { from, until } }: { row: PriceRowField }) {
  const { t, language } = useSay()
  if (!from && !until) return t(texts.always)
  return [
    from && t(texts.fromDay, { date: formatDay(from, language) }),
    until && t(texts.untilDay, { date: formatDay(until, language) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The price of one unit, and from which quantity on it is another. */
export function Breaks({ row, currency }: { row: PriceRowField | undefined; currency: Currency }) {
  const { t, language } = useSay()
  const [base, ...breaks] = row?.breaks ?? []
  if (!base) return <span className="facts">{t(texts.noPrice)}</span>
  return (
    <>
      {formatMoney(base.price, currency, language)}
      {breaks.map(({ atLeast, price }) => (
        <span key={atLeast} className="facts block">
          {t(texts.breakAt, { count: atLeast, price: formatMoney(price, currency, language) })}
        </span>
      ))}
    </>
  )
}
