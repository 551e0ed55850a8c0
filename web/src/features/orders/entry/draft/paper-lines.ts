import type { ProductId } from '#shared/ids'
import type { Offers } from '../fill/order-again.ts'
import type { SheetItem } from '../sheet-items.ts'
import { linesToSend, type SheetContent } from './quantities.ts'

export type PaperLine = {
  productId: ProductId
  item: SheetItem
  quantity: number
  wanted?: number
  note?: string
}

/** What of a draft goes onto paper: whole quantities of what is on offer, in the order of the sheet. */
export function linesOnPaper(draft: Pick<SheetContent, 'typed' | 'extras'>, offers: Offers): PaperLine[] {
  const asked = new Map(linesToSend(draft).map((line) => [line.productId, line]))
  return [...offers.values()].flatMap((item) => {
    const line = asked.get(item.productId)
    return line && Number.isInteger(line.quantity) ? [{ ...line, item }] : []
  })
}
