import { memo, useEffect, useRef, useState } from 'react'
import type { Stock } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import type { Currency } from '#shared/money'
import type { Extras, Typed } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'
import { OrderRow } from './OrderRow.tsx'
import type { OrderRowProps, RowWrong } from './order-row-props.ts'

const ROWS_A_BLOCK = 50
const ROW_PIXELS = 65
/** A block is made well before it comes into view. */
const NEAR = '1200px'

export type RowBlockProps = {
  items: readonly SheetItem[]
  typed: Typed
  extras: Extras
  stock: ReadonlyMap<ProductId, Stock['items'][number]>
  starred: ReadonlySet<ProductId>
  sources: ReadonlyMap<ProductId, { quantity: number; words: string }>
  wrong: ReadonlyMap<ProductId, RowWrong>
  reason: string | undefined
  isLocked: boolean
  currency: Currency
  /** The first of all blocks, or one that was asked for: it is there at once. */
  isWanted: boolean
} & Pick<OrderRowProps, 'onType' | 'onSettle'>

/** Rows that are passed over as one when nothing of theirs changed, and made only when they come near: 5,000 stay quick. */
export const RowBlock = memo(function RowBlock(props: RowBlockProps) {
  const { items, typed, extras, stock, starred, sources, wrong, reason, isWanted, ...others } = props
  const place = useRef<HTMLLIElement>(null)
  const [isNear, setNear] = useState(isWanted)
  // What was asked for once stays.
  if (isWanted && !isNear) setNear(true)
  useEffect(() => {
    if (isNear || !place.current) return
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setNear(true)
      },
      { rootMargin: NEAR },
    )
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [isNear])
  if (!isNear) {
    return <li ref={place} aria-hidden="true" style={{ height: items.length * ROW_PIXELS }} />
  }
  return items.map((item) => {
    const { productId } = item
    const text = typed[productId] ?? ''
    const source = sources.get(productId)
    return (
      <OrderRow
        key={productId}
        item={item}
        text={text}
        extra={extras[productId]}
        stock={stock.get(productId)?.quantity}
        isStarred={starred.has(productId)}
        source={source && String(source.quantity) === text ? source.words : undefined}
        wrong={wrong.get(productId)}
        reason={item.limit && reason}
        {...others}
      />
    )
  })
}, isUntouched)

/** Rows cut into blocks. */
export function blocksOf(items: readonly SheetItem[]): SheetItem[][] {
  const count = Math.ceil(items.length / ROWS_A_BLOCK)
  return Array.from({ length: count }, (_, at) => items.slice(at * ROWS_A_BLOCK, (at + 1) * ROWS_A_BLOCK))
}

function isUntouched(before: RowBlockProps, after: RowBlockProps): boolean {
  const { typed, extras, wrong, ...rest } = after
  const isAlike = Object.entries(rest).every(([name, value]) => Reflect.get(before, name) === value)
  return (
    isAlike &&
    after.items.every(
      ({ productId }) =>
        before.typed[productId] === typed[productId] &&
        before.extras[productId] === extras[productId] &&
        before.wrong.get(productId) === wrong.get(productId),
    )
  )
}
