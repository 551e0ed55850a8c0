import {
  type Price,
  planPrice,
  productIdOfCode,
  publishCatalogue,
  removePrice,
  storedPricesOf,
} from '#catalogue'
import type { ProductId } from '#shared/ids'
import { type Cells, type Columns, priceCell, textCell } from './cell-rules.ts'
import { rowKind } from './row-kind.ts'

const USUAL_LIST = 'standard'

/** A price with the code of its product, as a file names it. */
export type PriceOfCode = Price & { code: string }

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
    isRequired: true,
    of: ({ price }) => price,
    examples: ['128.00', '96.50'],
  },
  list: {
    title: { zh: '价目表', en: 'Price list' },
    aliases: ['price_list', 'pricelist', '价格表'],
    codec: textCell(20),
    of: ({ list }) => list,
    examples: [USUAL_LIST, USUAL_LIST],
  },
} as const satisfies Columns<PriceOfCode>

/** Prices of one or several lists, published after the last row. */
export const priceFile = rowKind<PriceOfCode, typeof priceColumns>({
  columns: priceColumns,
  keyOf: (cells) => (listOf(cells) === USUAL_LIST ? codeOf(cells) : `${listOf(cells)} ${codeOf(cells)}`),
  parallel: 8,
  begin: (world) => {
    const lists = new Set([USUAL_LIST])
    return {
      stored: async (rows) => {
        const prices = await storedPricesOf(
          world.table,
          rows.map((cells) => ({ list: listOf(cells), productId: productOf(cells) })),
        )
        return prices.map((price, at) => price && { ...price, code: codeOf(rows[at] ?? {}) })
      },
      versionOf: ({ version }) => version,
      plan: ({ product, price, list = USUAL_LIST }) => {
        lists.add(list)
        return planPrice(world, { list, productId: productIdOfCode(product), price })
      },
      remove: (actor, { code, ...price }) => {
        lists.add(price.list)
        return removePrice(world, actor, productIdOfCode(code), price)
      },
      finish: (actor) => publishCatalogue(world, actor, [...lists]),
    }
  },
})

function codeOf({ product = '' }: Cells): string {
  return product.trim()
}

function productOf(cells: Cells): ProductId {
  return productIdOfCode(codeOf(cells))
}

// A list's name is part of keys, where a number sign has its own meaning; such a name is no list.
function listOf({ list = '' }: Cells): string {
  return list.trim().replaceAll('#', '').slice(0, 20) || USUAL_LIST
}
