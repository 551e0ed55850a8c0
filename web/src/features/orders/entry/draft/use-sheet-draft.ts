import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { usePhase } from '../../../calendar/use-time-left.ts'
import { readBasket, saveBasket } from '../../order-queries.ts'
import type { Offers } from '../fill/order-again.ts'
import { judgeSheet } from '../send/judge-sheet.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { keepBasket } from './kept-sheet.ts'
import type { SheetStart } from './open-sheet.ts'

/** What is typed, kept and judged: the draft of one order page. */
export function useSheetDraft(assortment: SheetAssortment, receivedAt: number, start: SheetStart) {
  const { cycle, items } = assortment
  const offers: Offers = useMemo(() => new Map(items.map((item) => [item.productId, item])), [items])
  const [keeper] = useState(
    () =>
      new DraftKeeper(start.draft, {
        read: readBasket,
        save: async (draft) => keepBasket(await saveBasket(draft)),
      }),
  )
  const [openedFor] = useState(cycle?.cycleId)
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  const window = useMemo(() => (cycle ? { cycle, receivedAt } : undefined), [cycle, receivedAt])
  const phase = usePhase(window)
  const { typed } = draft
  const judgement = useMemo(
    () => judgeSheet({ typed, assortment, offers, receivedAt, phase }),
    [typed, assortment, offers, receivedAt, phase],
  )
  useEffect(() => {
    const saveNow = () => keeper.saveNow()
    addEventListener('online', saveNow)
    addEventListener('focus', keeper.look)
    return () => {
      removeEventListener('online', saveNow)
      removeEventListener('focus', keeper.look)
    }
  }, [keeper])
  /** The window that the page was opened for is over, and another took its place. */
  const isNextWindow = openedFor !== undefined && cycle?.cycleId !== openedFor
  return { offers, keeper, draft, window, judgement, isNextWindow }
}
