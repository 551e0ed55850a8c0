import { groupsSeenBy } from '#accounts'
import { productsWithIds } from '#catalogue'
import { listWholeOrders, type WholeUnitOrder } from '#orders'
import type { Job } from '#platform/jobs/job-store'
import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import { cutOrder } from '#shared/customer-cuts'
import { type CycleId, isId } from '#shared/ids'
import type { Language, Text } from '#shared/languages'
import { OrderFilter } from '#shared/orders'
import { exportTexts as texts } from '#shared/texts/exports'
import { actorOf } from './export-actor.ts'
import { type LineInSheet, lineColumns, type OrderColumn, orderColumns } from './order-columns.ts'
import type { MakeSheet } from './run-export.ts'
import { sheetWords } from './sheet-words.ts'

const ORDERS_A_PAGE = 100

/** The orders of the asker's units in one week, or all of one customer, one a row. */
export const orderSheet: MakeSheet = (world, job, language) =>
  sheetOf(world, language, { name: texts.orders, columns: orderColumns, found: ordersOf(world, job) })

/** The lines of the same orders, one a row, each with its order. */
export const orderLineSheet: MakeSheet = (world, job, language) =>
  sheetOf(world, language, { name: texts.orderLines, columns: lineColumns, found: linesOf(world, job) })

type Sheet<Row> = { name: Text; columns: ReadonlyArray<OrderColumn<Row>>; found: AsyncIterable<Row> }

async function sheetOf<Row>(
  world: World,
  language: Language,
  { name, columns, found }: Sheet<Row>,
): Promise<SheetToWrite> {
  const words = await sheetWords(world, language)
  return {
    name: name[language],
    columns: columns.map(({ title, isNumber, isDate }) => ({ title: title[language], isNumber, isDate })),
    rows: rows(),
  }
  async function* rows(): AsyncGenerator<string[]> {
    for await (const row of found) yield columns.map(({ cell }) => cell(row, words))
  }
}

async function* ordersOf(world: World, job: Job): AsyncGenerator<WholeUnitOrder> {
  for await (const page of pagesOf(world, job)) yield* page
}

async function* linesOf(world: World, job: Job): AsyncGenerator<LineInSheet> {
  for await (const orders of pagesOf(world, job)) {
    const ids = [...new Set(orders.flatMap(({ lines }) => lines.map(({ productId }) => productId)))]
    const products = await productsWithIds(world.table, ids)
    const productOf = new Map(ids.map((productId, at) => [productId, products[at]]))
    for (const order of orders)
      for (const line of order.lines) yield { order, line, product: productOf.get(line.productId) }
  }
}

async function* pagesOf(world: World, job: Job): AsyncGenerator<WholeUnitOrder[]> {
  const { input, by } = job
  const actor = actorOf(job)
  const { subtrees = '', cycleId, customerId, text } = input
  const { state, behalf } = OrderFilter.pick({ state: true, behalf: true }).parse(input)
  const asked = isId('customer', customerId)
    ? { customerId, text }
    : { subtrees: subtrees.split(' '), ...(isCycle(cycleId) && { cycleId }), text, state, behalf }
  let cursor: string | undefined
  do {
    const page = await listWholeOrders(world, by.id, { ...asked, limit: ORDERS_A_PAGE, cursor })
    yield page.items.map((order) => cutOrder(order, groupsSeenBy(actor, order.unitPath)))
    cursor = page.nextCursor
  } while (cursor)
}

function isCycle(text: string | undefined): text is CycleId {
  return isId('cycle', text)
}
