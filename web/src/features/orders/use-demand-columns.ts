import type { ProductDemand } from '#shared/demand'
import { stockOutRate, unmetOf } from '#shared/demand-rules'
import { demandTexts as texts } from '#shared/texts/demand'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { formatShare } from '../../format-share.ts'
import { formatCount } from '../../formats.ts'

/** The columns of what was wanted of each product against what was got. */
export function useDemandColumns(): Column<ProductDemand>[] {
  const { language } = useSay()
  const count = (number: number) => formatCount(number, language)
  const amount = (number: number, { unit }: ProductDemand) => `${count(number)} ${unit[language]}`
  return [
    { key: 'code', title: texts.code, cell: ({ code }) => code },
    { key: 'shops', title: texts.shops, cell: ({ shops }) => count(shops), isNumber: true, isUsual: true },
    {
      key: 'wanted',
      title: texts.wanted,
      cell: (product) => amount(product.wanted, product),
      isNumber: true,
      isUsual: true,
    },
    {
      key: 'got',
      title: texts.got,
      cell: (product) => amount(product.got, product),
      isNumber: true,
      isUsual: true,
    },
    {
      key: 'unmet',
      title: texts.unmet,
      cell: (product) => amount(unmetOf(product), product),
      isNumber: true,
      isUsual: true,
    },
    { key: 'stockOuts', title: texts.stockOuts, cell: ({ stockOuts }) => count(stockOuts), isNumber: true },
    {
      key: 'rate',
      title: texts.rate,
      cell: (product) => formatShare(stockOutRate(product) ?? 0, language),
      isNumber: true,
      isUsual: true,
    },
  ]
}
