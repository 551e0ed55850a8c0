import { useEffect } from 'react'
import { formatMoney } from '#shared/money'
import { offerMoney, orderTotal, priceAt } from '#shared/order-rules'
import { calendarTexts } from '#shared/texts/calendar'
import { orderPaperTexts as texts } from '#shared/texts/order-paper'
import { countInUnit } from '#shared/unit-chain'
import { useSay } from '../../../../components/language-context.ts'
import { formatMoment } from '../../../../formats.ts'
import { batchOfCycle } from '../../../calendar/batch-name.ts'
import { useSheet } from '../sheet-context.ts'
import { linesOnPaper, type PaperLine } from './paper-lines.ts'

/** The draft on paper, for somebody in the shop to look over: what is ordered alone, with totals, own number and notes.
 * It prints itself, and is gone afterwards. */
export function DraftPaper({ onClose }: { onClose: () => void }) {
  const { t, language } = useSay()
  const { assortment, offers, keeper } = useSheet()
  const { company, customer, cycle } = assortment
  const draft = keeper.snapshot()
  const lines = linesOnPaper(draft, offers)
  const { ownNumber, note } = draft.written
  const total = orderTotal(lines, (productId) => offers.get(productId))
  useEffect(() => {
    addEventListener('afterprint', onClose)
    print()
    return () => removeEventListener('afterprint', onClose)
  }, [onClose])
  return (
    <section className="paper">
      <p className="facts">
        {customer.name[language]} · {company.name[language]}
      </p>
      <h1>{t(texts.title)}</h1>
      {cycle && (
        <p className="facts">
          {t(calendarTexts.closes, {
            batch: batchOfCycle(cycle, language),
            time: formatMoment(cycle.closesAt, company.timeZone, language),
          })}
        </p>
      )}
      {ownNumber && <p>{t(texts.ownNumber, { number: ownNumber })}</p>}
      {note && <p className="whitespace-pre-line">{note}</p>}
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t(texts.code)}</th>
            <th scope="col">{t(texts.product)}</th>
            <th scope="col" className="number">
              {t(texts.price)}
            </th>
            <th scope="col" className="number">
              {t(texts.quantity)}
            </th>
            <th scope="col" className="number">
              {t(texts.amount)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.productId} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t(texts.total, { count: lines.filter(({ quantity }) => quantity > 0).length })}
            </th>
            <td className="number">
              <strong>{formatMoney(total, company.currency, language)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="facts">{t(texts.signature)}</p>
    </section>
  )
}

function Line({ line: { item, quantity, wanted, note } }: { line: PaperLine }) {
  const { t, language } = useSay()
  const { currency } = useSheet().assortment.company
  const beside = [wanted && t(texts.wanted, { wanted }), note].filter(Boolean).join(' · ')
  return (
    <tr>
      <td>{item.code}</td>
      <th scope="row">
        {item.name[language]}
        {beside && <span className="facts block font-normal">{beside}</span>}
      </th>
      <td className="number">{formatMoney(priceAt(item, Math.max(quantity, 1)), currency, language)}</td>
      <td className="number">{countInUnit(quantity, item.unit, language)}</td>
      <td className="number">{formatMoney(offerMoney(item, quantity).gross, currency, language)}</td>
    </tr>
  )
}
