import { useCallback, useEffect, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { useSay } from '../../../components/language-context.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { type Typed, withQuantity } from './quantities.ts'
import type { SheetAssortment } from './sheet-items.ts'
import type { ShopNotes } from './use-shop-notes.ts'

type Sources = ReadonlyMap<ProductId, { quantity: number; words: string }>
const none: Sources = new Map()

type Sheet = { assortment: SheetAssortment; keeper: DraftKeeper; notes: ShopNotes; isLocked: boolean }

/** Fills what is empty with the mean of the last cycles less what the shop has; each row then says where its number
 * comes from, and one press takes it all back. Alt+S does it too. */
export function useSuggestion({ assortment, keeper, notes, isLocked }: Sheet) {
  const { t } = useSay()
  const [sources, setSources] = useState(none)
  const [before, setBefore] = useState<Typed>()
  const state = before === undefined ? 'idle' : sources.size > 0 ? 'filled' : 'nothing'
  const suggest = useCallback(async () => {
    if (isLocked) return
    const { suggestInto } = await import('./suggest-into.ts')
    const { typed } = keeper.snapshot()
    const found = suggestInto(typed, assortment, notes, t)
    setBefore(typed)
    setSources(new Map(found.map((one) => [one.productId, one])))
    keeper.add(found)
  }, [assortment, keeper, notes, isLocked, t])
  const undo = useCallback(() => {
    const { typed } = keeper.snapshot()
    let rest = typed
    for (const [productId, { quantity }] of sources) {
      if (typed[productId] === String(quantity))
        rest = withQuantity(rest, productId, before?.[productId] ?? '')
    }
    setSources(none)
    setBefore(undefined)
    keeper.fill(rest)
  }, [keeper, sources, before])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyS') return
      event.preventDefault()
      void suggest()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [suggest])
  return { suggest, undo, sources, state, count: sources.size } as const
}
