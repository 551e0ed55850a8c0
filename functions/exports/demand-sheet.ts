import { showDemand } from '#orders'
import { DemandFilter, type ProductDemand } from '#shared/demand'
import { demandShown, stockOutRate, unmetOf } from '#shared/demand-rules'
import { isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { demandTexts as words } from '#shared/texts/demand'
import { exportTexts as texts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import type { OrderColumn } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'
import { sheetWords } from './sheet-words.ts'

const PERCENT = 100

/** What the shops of the asker's units wanted in a cycle against what they got, one product a row. */
export const demandSheet: MakeSheet = async (world, { input }, language) => {
  const { cycleId, subtrees = '', filter = '{}' } = input
  if (!isId('cycle', cycleId)) throw new Problem('calendar.cycle_not_found')
  const asked = DemandFilter.parse(JSON.parse(filter))
  const [sheet, { products }] = await Promise.all([
    sheetWords(world, language),
    showDemand(world, { cycleId, subtrees: subtrees.split(' ') }),
  ])
  return {
    name: words.title[language],
    columns: columns.map(({ title, isNumber }) => ({ title: title[language], isNumber })),
    rows: demandShown(products, asked).map((product) => columns.map(({ cell }) => cell(product, sheet))),
  }
}

const columns: ReadonlyArray<OrderColumn<ProductDemand>> = [
  { title: texts.productCode, cell: ({ code }) => code },
  { title: orderTexts.product, cell: ({ name }, { language }) => name[language] },
  { title: texts.unitOfLine, cell: ({ unit }, { language }) => unit[language] },
  { title: words.shops, isNumber: true, cell: ({ shops }) => String(shops) },
  { title: words.wanted, isNumber: true, cell: ({ wanted }) => String(wanted) },
  { title: words.got, isNumber: true, cell: ({ got }) => String(got) },
  { title: words.unmet, isNumber: true, cell: (product) => String(unmetOf(product)) },
  { title: words.stockOuts, isNumber: true, cell: ({ stockOuts }) => String(stockOuts) },
  {
    title: words.ratePercent,
    isNumber: true,
    cell: (product) => (PERCENT * (stockOutRate(product) ?? 0)).toFixed(2),
  },
]
