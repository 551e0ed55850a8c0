import { createContext, use } from 'react'
import type { DraftKeeper } from './draft/draft-keeper.ts'
import type { Offers } from './fill/order-again.ts'
import type { Fill } from './fill/use-fillings.ts'
import type { ShopNotes } from './rows/use-shop-notes.ts'
import type { SheetAssortment } from './sheet-items.ts'

/** What the parts that are opened on demand need of the sheet they belong to. */
export type SheetParts = {
  assortment: SheetAssortment
  offers: Offers
  keeper: DraftKeeper
  notes: ShopNotes
  isLocked: boolean
  fill: Fill
}

export const SheetContext = createContext<SheetParts | undefined>(undefined)

/** The sheet around a part; there always is one. */
export function useSheet(): SheetParts {
  const sheet = use(SheetContext)
  if (!sheet) throw new Error('Outside of a sheet')
  return sheet
}
