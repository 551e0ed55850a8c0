import { useCallback, useEffect, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { useSay } from '../../../../components/language-context.ts'
import type { DraftKeeper } from '../draft/draft-keeper.ts'
import type { SheetStart } from '../draft/open-sheet.ts'
import type { ShopNotes } from '../rows/use-shop-notes.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import { type Filled, type Rows, rowsNow } from './fill-rows.ts'
import type { Adjusted, Offers } from './order-again.ts'

/** How rows were filled at once: `kept` counts those left as typed, `adjusted` are those that follow today's rules. */
export type FillingFacts = {
  way: 'suggested' | 'last' | 'again' | 'cleared' | 'replaced'
  kept?: number
  adjusted?: readonly Adjusted[]
  number?: string
}
export type Filling = FillingFacts & Filled

/** Puts many rows in at once, for one press to take back. */
export type Fill = (rows: Rows, facts: FillingFacts) => void

type Sources = ReadonlyMap<ProductId, { quantity: number; words: string }>
const none: Sources = new Map()

type Sheet = {
  assortment: SheetAssortment
  offers: Offers
  keeper: DraftKeeper
  notes: ShopNotes
  start: SheetStart
  isLocked: boolean
}

/** The ways to fill many rows at once. None touches what somebody typed, but for those that say so; the last one can be
 * taken back row by row. Alt+S fills in suggestions. */
export function useFillings({ assortment, offers, keeper, notes, start, isLocked }: Sheet) {
  const { t } = useSay()
  const [filling, setFilling] = useState<Filling>()
  const [sources, setSources] = useState(none)
  const fill: Fill = useCallback(
    (rows, facts) => {
      const before = rowsNow(keeper.snapshot(), rows)
      if (rows.size > 0) keeper.putRows(rows)
      setFilling({ ...facts, before, after: rows })
    },
    [keeper],
  )
  const suggest = useCallback(async () => {
    if (isLocked) return
    const { rowsOfSuggestions, suggestInto } = await import('./suggest-into.ts')
    const now = keeper.snapshot()
    const found = suggestInto(now, assortment, notes, t)
    setSources(new Map(found.map((one) => [one.productId, one])))
    fill(rowsOfSuggestions(found, now), { way: 'suggested' })
  }, [assortment, keeper, notes, isLocked, t, fill])
  /** Once a filling is taken back nothing tells of it any more. */
  const forget = useCallback(() => {
    if (filling?.way === 'suggested') setSources(none)
    setFilling(undefined)
  }, [filling])
  useRepeat(start, offers, keeper, fill)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyS') return
      event.preventDefault()
      void suggest()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [suggest])
  return { filling, fill, suggest, forget, sources } as const
}

/** Fills in the lines of the order to repeat, once. */
function useRepeat({ again }: SheetStart, offers: Offers, keeper: DraftKeeper, fill: Fill): void {
  const [waiting, setWaiting] = useState(again)
  useEffect(() => {
    if (!waiting) return
    let isCurrent = true
    void import('./order-again.ts').then(({ orderAgain }) => {
      if (!isCurrent) return
      setWaiting(undefined)
      const { rows, ...facts } = orderAgain(waiting, offers, keeper.snapshot())
      fill(rows, { way: 'again', number: waiting.number, ...facts })
      const address = new URL(location.href)
      address.searchParams.delete('again')
      history.replaceState(null, '', address)
    })
    return () => {
      isCurrent = false
    }
  }, [waiting, offers, keeper, fill])
}
