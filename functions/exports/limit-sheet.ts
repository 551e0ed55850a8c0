import { showLimits } from '#orders'
import type { World } from '#platform/world'
import { LimitFilter } from '#shared/exports'
import { type CustomerId, isId } from '#shared/ids'
import type { Language, Text } from '#shared/languages'
import { Problem } from '#shared/problems'
import type { CustomerLimit } from '#shared/supply'
import { exportTexts } from '#shared/texts/exports'
import { limitTexts } from '#shared/texts/limits'
import { orderTexts } from '#shared/texts/orders'
import type { MakeSheet } from './run-export.ts'

const LIMITS_A_PAGE = 100

/** What a customer may take in a cycle, as the list of it shows. */
export const limitSheet: MakeSheet = async (world, { input, by }, language) => {
  const { customerId } = input
  if (!isId('customer', customerId)) throw new Problem('accounts.customer_not_found')
  const filter = LimitFilter.parse(JSON.parse(input.filter ?? '{}'))
  return {
    name: limitTexts.title[language],
    columns: columns.map(({ title, isNumber }) => ({ title: title[language], isNumber })),
    rows: rowsOf(world, by.id, { customerId, ...filter }, language),
  }
}

async function* rowsOf(
  world: World,
  asker: string,
  asked: LimitFilter & { customerId: CustomerId },
  language: Language,
): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const page = await showLimits(world, asker, { ...asked, limit: LIMITS_A_PAGE, cursor })
    for (const limit of page.items) yield columns.map(({ cell }) => cell(limit, language))
    cursor = page.nextCursor
  } while (cursor)
}

type LimitColumn = {
  title: Text
  isNumber?: boolean
  cell(limit: CustomerLimit, language: Language): string
}

const columns: readonly LimitColumn[] = [
  { title: exportTexts.productCode, cell: ({ code }) => code },
  { title: orderTexts.product, cell: ({ name }, language) => name[language] },
  {
    title: exportTexts.limit,
    isNumber: true,
    cell: ({ kind, quantity }) => (kind === 'grade' ? String(quantity) : ''),
  },
  {
    title: exportTexts.doubled,
    cell: ({ isDoubled }, language) => (isDoubled ? exportTexts.yes[language] : ''),
  },
  { title: exportTexts.band, cell: ({ band }) => band ?? '' },
  {
    title: exportTexts.firstComeLeft,
    isNumber: true,
    cell: ({ kind, quantity }) => (kind === 'first-come' ? String(quantity) : ''),
  },
]
