import type { ProductId } from '#shared/ids'
import type { Currency } from '#shared/money'
import type { LineExtra } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'

/** What is wrong with a row: its sentences, and quantities that would do; `isShort` when more is wanted than there is. */
export type RowWrong = { sentences: string[]; nearest: number[]; isShort?: boolean }

/** What a row of the order page is made from. */
export type OrderRowProps = {
  item: SheetItem
  text: string
  extra: LineExtra | undefined
  stock: number | undefined
  isStarred: boolean
  /** Where a suggested quantity comes from, in words. */
  source: string | undefined
  wrong: RowWrong | undefined
  reason: string | undefined
  isLocked: boolean
  currency: Currency
  onType: (productId: ProductId, text: string) => void
  onSettle: (productId: ProductId, quantity: number, wanted: number) => void
}
