import type { WholeUnitOrder } from '#orders'
import type { SheetColumn } from '#platform/sheets/sheet-to-write'
import type { Product } from '#shared/catalogue'
import type { Language, Text } from '#shared/languages'
import { minorText } from '#shared/money'
import type { OrderLine } from '#shared/orders'
import { exportTexts as texts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import { wallClock } from '#shared/time'

const BASIS_POINTS_A_PERCENT = 100

/** In which language and zone a sheet is read, and what its units are called. */
export type SheetWords = { language: Language; timeZone: string; unitName: (unitPath: string) => string }

/** A column of a sheet of orders: its heading, and its cell for a row. */
export type OrderColumn<Row> = Omit<SheetColumn, 'title'> & {
  title: Text
  cell(row: Row, words: SheetWords): string
}

/** A line with the order it stands in; a product that is no longer there has no name. */
export type LineInSheet = { order: WholeUnitOrder; line: OrderLine & { note?: string }; product?: Product }

/** What stands before everything, in both sheets. */
const ofOrder: ReadonlyArray<OrderColumn<WholeUnitOrder>> = [
  { title: orderTexts.number, cell: ({ number }) => number },
  { title: orderTexts.ownNumber, cell: ({ ownNumber }) => ownNumber ?? '' },
  {
    title: orderTexts.placedAt,
    isDate: true,
    cell: ({ placedAt }, { timeZone }) => wallClock(placedAt, timeZone),
  },
  { title: orderTexts.state, cell: ({ state }, { language }) => orderTexts[state][language] },
  { title: texts.customerCode, cell: ({ customerCode }) => customerCode },
  { title: texts.nameZh, cell: ({ customerName }) => customerName.zh },
  { title: texts.nameEn, cell: ({ customerName }) => customerName.en },
  ...unitColumns<WholeUnitOrder>(orderTexts.unit),
]

/** The unit of a row by its name, and the code that files name it by beside it. */
export function unitColumns<Row extends { unitPath: string }>(title: Text): Array<OrderColumn<Row>> {
  return [
    { title, cell: ({ unitPath }, { unitName }) => unitName(unitPath) },
    { title: texts.unitCode, cell: ({ unitPath }) => unitPath },
  ]
}

/** The columns of orders, one a row. */
export const orderColumns: ReadonlyArray<OrderColumn<WholeUnitOrder>> = [
  ...ofOrder,
  { title: orderTexts.lines, isNumber: true, cell: ({ lineCount }) => String(lineCount) },
  { title: orderTexts.net, isNumber: true, cell: ({ net }) => minorText(net) },
  { title: orderTexts.tax, isNumber: true, cell: ({ tax }) => minorText(tax) },
  { title: orderTexts.total, isNumber: true, cell: ({ total }) => minorText(total) },
  { title: texts.currency, cell: ({ currency }) => currency },
  { title: orderTexts.address, cell: ({ address }) => address ?? '' },
  { title: orderTexts.note, cell: ({ note }) => note ?? '' },
  {
    title: orderTexts.onBehalf,
    cell: ({ isOnBehalf }, { language }) => (isOnBehalf ? texts.yes[language] : ''),
  },
  { title: texts.document, cell: ({ source }) => source ?? '' },
]

/** The columns of lines, one a row, each with its order. */
export const lineColumns: ReadonlyArray<OrderColumn<LineInSheet>> = [
  ...ofOrder.map(({ cell, ...column }) => ({
    ...column,
    cell: ({ order }: LineInSheet, words: SheetWords) => cell(order, words),
  })),
  { title: texts.productCode, cell: ({ product }) => product?.code ?? '' },
  { title: orderTexts.product, cell: ({ product }, { language }) => product?.name[language] ?? '' },
  { title: orderTexts.wanted, isNumber: true, cell: ({ line }) => String(line.wanted) },
  { title: orderTexts.quantity, isNumber: true, cell: ({ line }) => String(line.quantity) },
  { title: texts.limitOfLine, isNumber: true, cell: ({ line }) => line.limit?.toString() ?? '' },
  { title: texts.unitOfLine, cell: ({ product }, { language }) => product?.unit[language] ?? '' },
  { title: orderTexts.price, isNumber: true, cell: ({ line }) => minorText(line.price) },
  { title: orderTexts.amount, isNumber: true, cell: ({ line }) => minorText(line.amount) },
  { title: texts.taxRate, isNumber: true, cell: ({ line }) => String(line.taxRate / BASIS_POINTS_A_PERCENT) },
  { title: orderTexts.tax, isNumber: true, cell: ({ line }) => minorText(line.tax) },
  { title: texts.currency, cell: ({ order }) => order.currency },
  { title: orderTexts.note, cell: ({ line }) => line.note ?? '' },
]
