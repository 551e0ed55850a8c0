import { useQuery } from '@tanstack/react-query'
import type { CycleDemand } from '#shared/demand'
import { demandShown, stockOutRate } from '#shared/demand-rules'
import { demandTexts as texts } from '#shared/texts/demand'
import { type BarRow, BarTable } from '../../components/chart/BarTable.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatShare } from '../../format-share.ts'
import { formatCount, formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'

const WORST = 5

/** The stock-out rate of a cycle: in all, by unit, and of the products that were missed most; with formula and count. */
export function DemandCharts({ demand }: { demand: CycleDemand }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { data: company } = useQuery(companyQuery)
  const count = (number: number) => formatCount(number, language)
  const barOf = (key: string, name: string, records: Pick<CycleDemand, 'shops' | 'stockOuts'>): BarRow => {
    const rate = stockOutRate(records) ?? 0
    const numbers = [count(records.shops), count(records.stockOuts), formatShare(rate, language)]
    return { key, name, share: rate, numbers }
  }
  const worst = demandShown(demand.products, { sort: 'rate' })
    .filter(({ stockOuts }) => stockOuts > 0)
    .slice(0, WORST)
  const units = demand.units.length > 1 ? demand.units : []
  const heads = [texts.records, texts.withNone, texts.rate].map((head) => t(head))
  const { orders, shops, stockOuts, asOf } = demand
  return (
    <section className="card tally mb-4">
      <p>
        {t(texts.sum, {
          ...{ orders: count(orders), records: count(shops), stockOuts: count(stockOuts) },
          rate: formatShare(stockOutRate(demand) ?? 0, language),
        })}
      </p>
      <div className="tally-parts">
        {units.length > 0 && (
          <BarTable
            caption={t(texts.byUnit)}
            heads={[t(texts.unit), ...heads]}
            rows={units.map((unit) => barOf(unit.unitPath, unitName(unit.unitPath), unit))}
          />
        )}
        {worst.length > 0 && (
          <BarTable
            caption={t(texts.worst)}
            heads={[t(texts.product), ...heads]}
            rows={worst.map((product) => barOf(product.productId, product.name[language], product))}
          />
        )}
      </div>
      {company && (
        <p className="facts">{t(texts.formula, { time: formatMoment(asOf, company.timeZone, language) })}</p>
      )}
    </section>
  )
}
