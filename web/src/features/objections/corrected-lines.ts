import type { ProductId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'

/** The lines as they are to be: quantities as typed, lines added, and those taken away. */
export type CorrectedLines = {
  quantities: Readonly<Record<ProductId, string>>
  added: readonly ProductId[]
  gone: readonly ProductId[]
}

export function linesOfOrder({ lines }: Pick<OrderDetails, 'lines'>): CorrectedLines {
  const quantities = Object.fromEntries(lines.map(({ productId, quantity }) => [productId, String(quantity)]))
  return { quantities, added: [], gone: [] }
}

export function withProduct(lines: CorrectedLines, productId: ProductId): CorrectedLines {
  const quantities = { ...lines.quantities, [productId]: lines.quantities[productId] ?? '' }
  return { ...lines, quantities, added: [...lines.added, productId] }
}

/** Takes a line away, or puts one back that stood; one that was just added is gone for good. */
export function withoutProduct(lines: CorrectedLines, productId: ProductId): CorrectedLines {
  const other = (id: ProductId) => id !== productId
  if (lines.added.includes(productId)) return { ...lines, added: lines.added.filter(other) }
  const isGone = lines.gone.includes(productId)
  return { ...lines, gone: isGone ? lines.gone.filter(other) : [...lines.gone, productId] }
}

/** What is sent: a line that was taken away is left out, unless nothing else would be there. */
export function linesToCorrect({ lines }: Pick<OrderDetails, 'lines'>, corrected: CorrectedLines) {
  const quantityOf = (productId: ProductId) => Number(corrected.quantities[productId])
  const added = corrected.added.map((productId) => ({ productId, quantity: quantityOf(productId) }))
  const standing = lines
    .filter(({ productId }) => !corrected.gone.includes(productId))
    .map(({ productId, wanted, note }) => ({ productId, quantity: quantityOf(productId), wanted, note }))
  const all = [...standing, ...added]
  return all.length > 0 ? all : lines.map(({ productId }) => ({ productId, quantity: 0 }))
}
