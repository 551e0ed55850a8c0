import { formatMoney } from '#shared/money'
import type { OrderTally } from '#shared/order-tally'
import { tallyTexts as texts } from '#shared/texts/tallies'
import { Asked } from '../../components/Asked.tsx'
import { type BarRow, BarTable } from '../../components/chart/BarTable.tsx'
import { useSay } from '../../components/language-context.ts'
import { useAnswer } from '../../components/use-answer.ts'
import { formatCount, formatMoment } from '../../formats.ts'
import { OrdersByDay } from './OrdersByDay.tsx'
import { readTally } from './order-queries.ts'

type OrderTallyPartProps = { cycleId?: string; timeZone: string; unitName: (unitPath: string) => string }

/** The orders one may see, counted by day and by unit: those of the last seven days, or those of a cycle. */
export function OrderTallyPart({ cycleId, timeZone, unitName }: OrderTallyPartProps) {
  const { t, language } = useSay()
  const tally = useAnswer(`tally ${cycleId}`, () => readTally(cycleId))
  const Heading = cycleId ? 'h3' : 'h2'
  return (
    <section className={cycleId ? 'tally' : 'card tally'} aria-labelledby="tally">
      <Heading id="tally">{t(cycleId ? texts.ofCycle : texts.lately)}</Heading>
      <Asked of={tally} rows={2}>
        {(counts) => (
          <>
            <Counted tally={counts} unitName={unitName} />
            <p className="facts">
              {t(texts.source, { time: formatMoment(counts.asOf, timeZone, language) })}
            </p>
          </>
        )}
      </Asked>
    </section>
  )
}

function Counted({ tally, unitName }: { tally: OrderTally; unitName: (unitPath: string) => string }) {
  const { t, language } = useSay()
  const { orders, total, currency, units, days } = tally
  const money = (amount: number) => formatMoney(amount, currency, language)
  const most = Math.max(1, ...units.map((unit) => unit.total))
  const rows = units.map(
    (unit): BarRow => ({
      key: unit.unitPath,
      name: unitName(unit.unitPath),
      share: unit.total / most,
      numbers: [formatCount(unit.orders, language), money(unit.total)],
    }),
  )
  const before = days.slice(0, -7).reduce((sum, day) => sum + day.orders, 0)
  return (
    <>
      <p>
        {orders > 0
          ? t(texts.sum, { orders: formatCount(orders, language), total: money(total) })
          : t(texts.none)}
        {days.length > 0 && (
          <span className="facts">{t(texts.before, { orders: formatCount(before, language) })}</span>
        )}
      </p>
      <div className="tally-parts">
        {days.length > 0 && orders + before > 0 && <OrdersByDay days={days} money={money} />}
        {rows.length > (days.length > 0 ? 1 : 0) && (
          <BarTable
            caption={t(texts.byUnit)}
            heads={[t(texts.unit), t(texts.orders), t(texts.total)]}
            rows={rows}
          />
        )}
      </div>
    </>
  )
}
