import { memo } from 'react'
import type { ProductId } from '#shared/ids'
import type { Currency } from '#shared/money'
import { OrderRow, type RowWrong } from './OrderRow.tsx'
import type { Typed } from './quantities.ts'
import type { SheetItem } from './sheet-items.ts'

const ROWS_A_BLOCK = 100

type RowBlockProps = {
  items: readonly SheetItem[]
  typed: Typed
  wrong: ReadonlyMap<ProductId, RowWrong>
  reason: string | undefined
  isLocked: boolean
  currency: Currency
  onType: (productId: ProductId, text: string) => void
}

/** A hundred rows that are passed over as one when nothing of theirs changed: 5,000 rows stay quick to type in. */
export const RowBlock = memo(function RowBlock({ items, typed, wrong, reason, ...props }: RowBlockProps) {
  return items.map((item) => (
    <OrderRow
      key={item.productId}
      item={item}
      text={typed[item.productId] ?? ''}
      wrong={wrong.get(item.productId)}
      reason={item.limit && reason}
      {...props}
    />
  ))
}, isUntouched)

/** Rows cut into blocks. */
export function blocksOf(items: readonly SheetItem[]): SheetItem[][] {
  const count = Math.ceil(items.length / ROWS_A_BLOCK)
  return Array.from({ length: count }, (_, at) => items.slice(at * ROWS_A_BLOCK, (at + 1) * ROWS_A_BLOCK))
}

function isUntouched(before: RowBlockProps, after: RowBlockProps): boolean {
  const isAlike =
    before.items === after.items &&
    before.reason === after.reason &&
    before.isLocked === after.isLocked &&
    before.currency === after.currency &&
    before.onType === after.onType
  return (
    isAlike &&
    after.items.every(
      ({ productId }) =>
        before.typed[productId] === after.typed[productId] &&
        before.wrong.get(productId) === after.wrong.get(productId),
    )
  )
}
