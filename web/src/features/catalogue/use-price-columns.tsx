import type { Currency } from '#shared/money'
import type { Price } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { formatFullDay } from '../../formats.ts'
import { Breaks, validityWords } from './PriceTerms.tsx'

/** The columns of the rows of a price list. */
export function usePriceColumns(currency: Currency): Column<Price>[] {
  const { language } = useSay()
  const day = (date: string | undefined) => date && formatFullDay(date, language)
  return [
    { key: 'code', title: texts.productCode, cell: ({ code }) => code, isUsual: true },
    { key: 'valid', title: texts.valid, cell: (row) => validityWords(row, language), isUsual: true },
    {
      key: 'price',
      title: texts.price,
      cell: (row) => <Breaks row={row} currency={currency} />,
      isNumber: true,
      isUsual: true,
    },
    { key: 'minimum', title: texts.minimum, cell: ({ minimum }) => minimum, isNumber: true, isUsual: true },
    {
      key: 'multiple',
      title: texts.multiple,
      cell: ({ multiple }) => multiple,
      isNumber: true,
      isUsual: true,
    },
    { key: 'from', title: texts.from, cell: ({ from }) => day(from) },
    { key: 'until', title: texts.until, cell: ({ until }) => day(until) },
  ]
}
