import {
  type OpenDrafts,
  openDrafts,
  planPriceFrom,
  planPriceRemoval,
  priceFaults,
  priceKey,
  productIdOfCode,
  productsWithIds,
  publishParts,
  type StoredPrice,
  storedPricesNamed,
} from '#catalogue'
import type { ProductId } from '#shared/ids'
import type { PriceBreak } from '#shared/price-rules'
import type { BusinessDate } from '#shared/time'
import {
  type Cells,
  type Columns,
  dateCell,
  priceCell,
  type ReadCells,
  type RowProblem,
  textCell,
  wholeCell,
} from './cell-rules.ts'
import { breaksCell } from './chain-cells.ts'
import { draftOpen } from './refuse-draft.ts'
import { rowKind } from './row-kind.ts'

const USUAL_LIST = 'standard'
const MOST_QUANTITY = 999_999

/** A row of a price list with the code of its product, as a file names it. */
export type PriceOfCode = StoredPrice & { code: string }

/** The columns of prices. */
export const priceColumns = {
  product: {
    title: { zh: '商品编码', en: 'Product code' },
    aliases: ['code', 'stockcode', 'stock code', 'sku', 'item', '编码', '货号'],
    codec: textCell(40),
    isRequired: true,
    of: ({ code }) => code,
    examples: ['YX-01', 'YX-02'],
  },
  price: {
    title: { zh: '价格', en: 'Price' },
    aliases: ['unit price', 'unitprice', 'amount', '单价', '批发价', '含税价'],
    codec: priceCell,
    isExpected: true,
    of: ({ breaks }) => breaks?.[0]?.price,
    examples: ['128.00', '96.50'],
  },
  list: {
    title: { zh: '价目表', en: 'Price list' },
    aliases: ['price_list', 'pricelist', '价目', '价格表'],
    codec: textCell(20),
    of: ({ list }) => list,
    examples: [USUAL_LIST, USUAL_LIST],
  },
  from: {
    title: { zh: '起始日', en: 'From' },
    aliases: ['valid from', 'start', '生效日', '开始日期'],
    codec: dateCell,
    of: ({ from }) => from,
    examples: ['', '2026-12-01'],
  },
  until: {
    title: { zh: '截止日（不含）', en: 'Until (not included)' },
    aliases: ['valid until', 'end', '失效日', '结束日期'],
    codec: dateCell,
    of: ({ until }) => until,
    examples: ['', ''],
  },
  breaks: {
    title: { zh: '数量折扣', en: 'Quantity breaks' },
    aliases: ['breaks', 'tiers', '阶梯价'],
    codec: breaksCell,
    of: ({ breaks = [] }) => (breaks.length > 1 ? breaks.slice(1) : undefined),
    examples: ['48: 125.00; 96: 120.00', ''],
  },
  minimum: {
    title: { zh: '起订量', en: 'Minimum' },
    aliases: ['moq', '最小起订量'],
    codec: wholeCell(1, MOST_QUANTITY),
    of: ({ minimum }) => minimum,
    examples: ['', ''],
  },
  multiple: {
    title: { zh: '订货倍数', en: 'Multiple' },
    aliases: ['step', '倍数'],
    codec: wholeCell(1, MOST_QUANTITY),
    of: ({ multiple }) => multiple,
    examples: ['', ''],
  },
} as const satisfies Columns<PriceOfCode>

/** Prices of one or several lists, published after the last row. */
export const priceFile = rowKind<PriceOfCode, typeof priceColumns>({
  columns: priceColumns,
  keyOf: (cells) => {
    const { list, from } = namedBy(cells)
    return [list === USUAL_LIST ? '' : list, codeOf(cells), from ?? ''].filter(Boolean).join(' ')
  },
  parallel: 16,
  begin: (world) => {
    const changed: Named[] = []
    const known = new Set<ProductId>()
    let drafts: Promise<OpenDrafts> | undefined
    return {
      stored: async (rows) => {
        drafts = openDrafts(world)
        const named = rows.map(namedBy)
        const asked = named.map(({ productId }) => productId).filter((productId) => !known.has(productId))
        const products = await productsWithIds(world.table, [...new Set(asked)], { isStrong: true })
        for (const product of products) if (product) known.add(product.productId)
        const prices = await storedPricesNamed(world.table, named)
        return prices.map((price, at) => price && { ...price, code: codeOf(rows[at] ?? {}) })
      },
      versionOf: ({ version }) => version,
      faultsOf: async (rows) => rows.map(({ read }) => faultsOf(read, known)),
      plan: async ({ product, price, list = USUAL_LIST, breaks, ...terms }, stored) => {
        const productId = productIdOfCode(product)
        const input = { list, productId, code: product, ...terms, breaks: ladderOf(price, breaks) }
        const plan = planPriceFrom(world, stored, input)
        const isBarred = stored && plan.verdict !== 'unchanged' && (await (await drafts)?.hasPrice(stored))
        if (isBarred) throw await draftOpen(world, priceKey(list, productId, stored.from))
        return plan
      },
      planRemoval: async (price) => planPriceRemoval(world, price).writes,
      noteChanged: (cells) => changed.push(namedBy(cells)),
      finish: (actor) => publishParts(world, actor, { products: new Set(), prices: changed }),
    }
  },
})

function faultsOf(read: ReadCells<typeof priceColumns>, known: ReadonlySet<ProductId>): RowProblem[] {
  const { product, price, breaks, from, until, minimum, multiple } = read
  const isUnknown = product !== undefined && !known.has(productIdOfCode(product))
  const unknown = { code: 'imports.reference_unknown', facts: { value: product }, column: 'product' } as const
  const isWhole = 'price' in read && 'breaks' in read
  const ladder = isWhole ? ladderOf(price, breaks) : undefined
  const faults = priceFaults({ from, until, breaks: ladder, minimum, multiple }).map(({ path, ...fault }) => {
    return { ...fault, column: path.replace(/^breaks\.0\b.*/, 'price').replace(/\..*/, '') }
  })
  // A cell that could not be read is no cell that says nothing.
  const isSilent = (column: string) => !isWhole && column === 'breaks'
  return [...(isUnknown ? [unknown] : []), ...faults.filter(({ column }) => !isSilent(column))]
}

function ladderOf(price: number | undefined, breaks: PriceBreak[] = []): PriceBreak[] | undefined {
  const base = price === undefined ? [] : [{ atLeast: 1, price }]
  return base.length + breaks.length > 0 ? [...base, ...breaks] : undefined
}

function codeOf({ product = '' }: Cells): string {
  return product.trim()
}

type Named = { list: string; productId: ProductId; from?: BusinessDate }

// A list's name is part of keys, where a number sign has its own meaning; such a name is no list.
function namedBy(cells: Cells): Named {
  const list = (cells.list ?? '').trim().replaceAll('#', '').slice(0, 20) || USUAL_LIST
  const from = dateCell.parse((cells.from ?? '').trim())
  return { list, productId: productIdOfCode(codeOf(cells)), ...('value' in from && { from: from.value }) }
}
