import type { OrderList } from '#shared/drafts'
import type { ProductId } from '#shared/ids'

export type ListLine = OrderList['lines'][number]

/** A list's lines with one of them put in; a product stands once, where it stood before or at the end. */
export function withLine(lines: readonly ListLine[], line: ListLine): ListLine[] {
  const isThere = lines.some(({ productId }) => productId === line.productId)
  if (!isThere) return [...lines, line]
  return lines.map((each) => (each.productId === line.productId ? line : each))
}

export function withoutLine(lines: readonly ListLine[], productId: ProductId): ListLine[] {
  return lines.filter((line) => line.productId !== productId)
}

/** A line as it was written; undefined when the quantity is none. An empty field asks for nothing yet. */
export function writtenLine(productId: ProductId, quantity: string, note: string): ListLine | undefined {
  const text = quantity.trim()
  if (!/^\d{0,6}$/.test(text)) return undefined
  return { productId, quantity: Number(text), ...(note.trim() !== '' && { note: note.trim() }) }
}
