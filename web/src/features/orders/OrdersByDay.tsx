import type { OrderTally } from '#shared/order-tally'
import { tallyTexts as texts } from '#shared/texts/tallies'
import { PairedColumns } from '../../components/chart/PairedColumns.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatCount } from '../../formats.ts'
import { dayWithWeekday, shortWeekday } from '../../weekday-names.ts'

type OrdersByDayProps = { days: OrderTally['days']; money: (amount: number) => string }

const DAYS_COMPARED = 7

/** Seven days beside the seven before, as columns and as a table. */
export function OrdersByDay({ days, money }: OrdersByDayProps) {
  const { t, language } = useSay()
  const now = days.slice(-DAYS_COMPARED)
  const pairs = now.map(({ date, orders }, at) => ({
    key: date,
    name: at === now.length - 1 ? t(texts.today) : shortWeekday(date, language),
    now: orders,
    before: days[at]?.orders ?? 0,
  }))
  const count = (orders: number) => formatCount(orders, language)
  return (
    <div>
      <PairedColumns
        label={t(texts.byDay)}
        nowName={t(texts.thisWeek)}
        beforeName={t(texts.weekBefore)}
        pairs={pairs}
        format={count}
      />
      <details>
        <summary className="link">{t(texts.numbers)}</summary>
        <table className="ledger">
          <caption className="sr-only">{t(texts.byDay)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(texts.day)}</th>
              <th scope="col" className="number">
                {t(texts.orders)}
              </th>
              <th scope="col" className="number">
                {t(texts.total)}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ date, orders, total }) => (
              <tr key={date}>
                <th scope="row">{dayWithWeekday(date, language)}</th>
                <td className="number">{count(orders)}</td>
                <td className="number">{money(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
