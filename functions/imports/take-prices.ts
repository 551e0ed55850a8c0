import { productIdOfCode, publishCatalogue, savePrice } from '#catalogue'
import type { Actor } from '#platform/actor'
import { onePrice } from '#shared/price-rules'
import { Problem } from '#shared/problems'
import type { RowImport } from './import-rows.ts'
import { optionalMoney, optionalText, requiredText } from './read-fields.ts'

/** Takes prices in: `product`, `price`, and `list` where there are several; the last row publishes them. */
export function takePrices(actor: Actor): RowImport {
  const lists = new Set<string>()
  return {
    required: ['product', 'price'],
    parallel: 8,
    take: async (world, row) => {
      const code = requiredText(row, 'product', 40)
      const list = optionalText(row, 'list', 20) ?? 'standard'
      const price = optionalMoney(row, 'price')
      if (price === undefined || price < 0) throw invalidPrice(row.price)
      lists.add(list)
      return {
        key: code,
        verdict: await savePrice(world, actor, {
          list,
          productId: productIdOfCode(code),
          breaks: onePrice(price),
        }),
      }
    },
    finish: (world) => publishCatalogue(world, actor, [...lists, 'standard']),
  }
}

function invalidPrice(value: string | undefined): Problem {
  return new Problem('imports.value_invalid', { column: 'price', value: value ?? '', expected: '128.00' })
}
