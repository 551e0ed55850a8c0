import { customersAtHand, customersOfUnits } from '#accounts'
import { pageOfPrices, pageOfProducts, publishedKey, readPublished, storedProductsOf } from '#catalogue'
import { type Columns, cellOf, customerColumns, priceColumns, productColumns } from '#imports'
import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import { importTexts } from '#shared/texts/imports'
import type { MakeSheet } from './run-export.ts'

const ITEMS_A_PAGE = 100

/** The customers of the asker's units, in the columns of their import. */
export const customerSheet: MakeSheet = async (world, { input }, language) =>
  sheetOf(importTexts.customers[language], customerColumns, customers(world, input.subtrees ?? ''), language)

/** All products, in the columns of their import. */
export const productSheet: MakeSheet = async (world, _, language) =>
  sheetOf(importTexts.products[language], productColumns, products(world), language)

/** The prices of one list or of all, in the columns of their import. */
export const priceSheet: MakeSheet = async (world, { input }, language) =>
  sheetOf(importTexts.prices[language], priceColumns, prices(world, input.list), language)

function sheetOf<Stored>(
  name: string,
  columns: Columns<Stored>,
  found: AsyncIterable<Stored>,
  language: Language,
): SheetToWrite {
  const written = Object.values(columns)
  return {
    name,
    columns: written.map(({ title, codec: { isNumber } }) => ({ title: title[language], isNumber })),
    rows: rows(),
  }
  async function* rows(): AsyncGenerator<string[]> {
    for await (const stored of found) yield written.map((column) => cellOf(column, stored))
  }
}

/** Reads page after page to the end. */
async function* pagesOf<Found, Place>(
  load: (after: Place | undefined) => Promise<{ found: Found[]; last?: Place }>,
): AsyncGenerator<Found[]> {
  let after: Place | undefined
  do {
    const { found, last } = await load(after)
    yield found
    after = last
  } while (after)
}

async function* customers(world: World, subtrees: string) {
  for (const unitPath of subtrees.split(' ')) {
    const pages = pagesOf(async (after: Parameters<typeof customersOfUnits>[3]) => {
      const { cards, last } = await customersOfUnits(world.table, unitPath, ITEMS_A_PAGE, after)
      return { found: cards, last }
    })
    for await (const cards of pages) {
      const whole = await customersAtHand(
        world.table,
        cards.map(({ customerId }) => customerId),
      )
      for (const customer of whole) if (customer) yield customer
    }
  }
}

async function* products(world: World) {
  const pages = pagesOf(async (after: Parameters<typeof pageOfProducts>[2]) => {
    const page = await pageOfProducts(world.table, ITEMS_A_PAGE, after)
    return { found: page.products, last: page.last }
  })
  for await (const page of pages) yield* page
}

async function* prices(world: World, wanted: string | undefined) {
  const published = readPublished(await world.table.get(publishedKey))
  const lists = wanted ? [wanted] : ['standard', ...Object.keys(published?.prices ?? {})]
  for (const list of new Set(lists)) {
    const pages = pagesOf(async (after: Parameters<typeof pageOfPrices>[3]) => {
      const page = await pageOfPrices(world.table, list, ITEMS_A_PAGE, after)
      return { found: page.prices, last: page.last }
    })
    for await (const page of pages) {
      const named = await storedProductsOf(
        world.table,
        page.map(({ productId }) => productId),
      )
      for (const [at, { productId: _, ...price }] of page.entries()) {
        const code = named[at]?.code
        if (code !== undefined) yield { ...price, code }
      }
    }
  }
}
