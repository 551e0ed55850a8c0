import { listUnitOrders } from '#orders'
import type { World } from '#platform/world'
import { type CycleId, isId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { minorText } from '#shared/money'
import type { UnitOrder } from '#shared/orders'
import { exportTexts as texts } from '#shared/texts/exports'
import { orderTexts } from '#shared/texts/orders'
import type { MakeSheet } from './run-export.ts'

const ORDERS_A_PAGE = 100

/** The orders of the asker's units in one week. */
export const orderSheet: MakeSheet = async (world, { input, by }, language) => {
  const { subtrees = '', cycleId } = input
  const asked = { subtrees: subtrees.split(' '), ...(isCycle(cycleId) && { cycleId }), limit: ORDERS_A_PAGE }
  return {
    name: texts.orders[language],
    columns: columns.map(({ title, isNumber }) => ({ title: title[language], isNumber })),
    rows: rowsOf(world, by.id, asked, language),
  }
}

async function* rowsOf(
  world: World,
  asker: string,
  asked: Parameters<typeof listUnitOrders>[2],
  language: Language,
): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const page = await listUnitOrders(world, asker, { ...asked, cursor })
    for (const order of page.items) yield columns.map(({ cell }) => cell(order, language))
    cursor = page.nextCursor
  } while (cursor)
}

type OrderColumn = {
  title: Record<Language, string>
  isNumber?: true
  cell(order: UnitOrder, language: Language): string
}

const columns: readonly OrderColumn[] = [
  { title: orderTexts.number, cell: ({ number }) => number },
  { title: texts.nameZh, cell: ({ customerName }) => customerName.zh },
  { title: texts.nameEn, cell: ({ customerName }) => customerName.en },
  { title: orderTexts.unit, cell: ({ unitPath }) => unitPath },
  { title: orderTexts.state, cell: ({ state }, language) => orderTexts[state][language] },
  { title: orderTexts.total, isNumber: true, cell: ({ total }) => minorText(total) },
  { title: texts.currency, cell: ({ currency }) => currency },
  { title: orderTexts.lines, isNumber: true, cell: ({ lineCount }) => String(lineCount) },
  { title: orderTexts.placedAt, cell: ({ placedAt }) => placedAt },
  {
    title: orderTexts.onBehalf,
    cell: ({ isOnBehalf }, language) => (isOnBehalf ? texts.yes[language] : ''),
  },
  { title: orderTexts.ownNumber, cell: ({ ownNumber }) => ownNumber ?? '' },
  { title: texts.document, cell: ({ source }) => source ?? '' },
]

function isCycle(text: string | undefined): text is CycleId {
  return isId('cycle', text)
}
