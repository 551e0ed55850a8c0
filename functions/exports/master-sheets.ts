import { groupsSeenBy, listCustomers, storedCustomers } from '#accounts'
import { everyProduct, pricesOfList, storedLists } from '#catalogue'
import { type Columns, cellOf, customerColumns, priceColumns, productColumns } from '#imports'
import type { Actor } from '#platform/actor'
import type { Job } from '#platform/jobs/job-store'
import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import { type Customer, CustomerFilter } from '#shared/accounts'
import { ProductFilter } from '#shared/catalogue'
import { cutFields } from '#shared/customer-cuts'
import type { Language } from '#shared/languages'
import { PriceFilter } from '#shared/prices'
import { importTexts } from '#shared/texts/imports'
import { actorOf } from './export-actor.ts'
import type { MakeSheet } from './run-export.ts'

const CUSTOMERS_A_PAGE = 100

/** The customers that the asker's list shows, in the columns of their import; what the asker may not see stays empty. */
export const customerSheet: MakeSheet = async (world, job, language) => {
  const { input } = job
  const asked = { subtrees: (input.subtrees ?? '').split(' '), filter: CustomerFilter.parse(filterOf(input)) }
  const actor = actorOf(job)
  return sheetOf(
    importTexts.customers[language],
    seenColumns(actor),
    customers(world, actor, asked),
    language,
  )
}

/** The products that the list shows, in the columns of their import. */
export const productSheet: MakeSheet = async (world, { input }, language) => {
  const found = everyProduct(world, ProductFilter.parse(filterOf(input)))
  return sheetOf(importTexts.products[language], productColumns, found, language)
}

/** The prices of one list or of all, in the columns of their import. */
export const priceSheet: MakeSheet = async (world, { input }, language) => {
  const { list, ...filter } = PriceFilter.parse(filterOf(input))
  const lists = list ? [list] : (await storedLists(world.table)).map((each) => each.list)
  const found = await Promise.all(lists.map((each) => pricesOfList(world, each, filter)))
  return sheetOf(importTexts.prices[language], priceColumns, found.flat(), language)
}

function filterOf({ filter = '{}' }: Job['input']): unknown {
  return JSON.parse(filter)
}

function sheetOf<Stored>(
  name: string,
  columns: Columns<Stored>,
  found: AsyncIterable<Stored> | Iterable<Stored>,
  language: Language,
): SheetToWrite {
  const written = Object.values(columns)
  return {
    name,
    columns: written.map(({ title, codec: { isNumber, isDate } }) => ({
      title: title[language],
      isNumber,
      isDate,
    })),
    rows: rows(),
  }
  async function* rows(): AsyncGenerator<string[]> {
    for await (const stored of found) yield written.map((column) => cellOf(column, stored))
  }
}

type State = NonNullable<Awaited<ReturnType<typeof storedCustomers>>[number]>
type CustomerColumn = keyof typeof customerColumns

/** Which field of a customer a column shows, for the cuts; owners' names and addresses are never written. */
const fieldOfColumn: Readonly<Record<CustomerColumn, keyof Customer | undefined>> = {
  code: 'code',
  name_zh: 'name',
  name_en: 'name',
  number: 'number',
  kind: 'kind',
  licence: 'licence',
  licence_expires: 'licence',
  format: 'format',
  address: 'addresses',
  unit: 'unitPath',
  batch: 'batch',
  price_list: 'priceList',
  group_list: 'groupList',
  class: 'customerClass',
  route: 'route',
  shop_phone: 'phone',
  grade: 'grade',
  hold: 'holdReason',
  credit_limit: 'creditLimit',
  balance: 'balance',
  owner_name: undefined,
  owner_phone: undefined,
  owner_mail: undefined,
}

/** The columns of customers as an actor sees them: a cell is empty where its field is cut. */
function seenColumns(actor: Actor): Columns<State> {
  const isSeen = (field: keyof Customer, { customer }: State) =>
    field in cutFields({ [field]: true }, groupsSeenBy(actor, customer.unitPath))
  const columns: Columns<State> = customerColumns
  const fields = new Map<string, keyof Customer | undefined>(Object.entries(fieldOfColumn))
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => {
      const field = fields.get(key)
      const of = (state: State) => (field && isSeen(field, state) ? column.of(state) : undefined)
      return [key, { ...column, of }]
    }),
  )
}

async function* customers(
  world: World,
  actor: Actor,
  asked: Pick<Parameters<typeof listCustomers>[2], 'subtrees' | 'filter'>,
): AsyncGenerator<State> {
  let cursor: string | undefined
  do {
    const page = await listCustomers(world, actor, { ...asked, limit: CUSTOMERS_A_PAGE, cursor })
    const found = await storedCustomers(
      world.table,
      page.items.map(({ customerId }) => customerId),
    )
    for (const state of found) if (state) yield state
    cursor = page.nextCursor
  } while (cursor)
}
