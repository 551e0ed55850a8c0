import { useCallback, useRef } from 'react'
import type { ProductId } from '#shared/ids'
import { LEAVE_OUT_ID } from '../send/leave-out.ts'
import type { LateParts } from '../use-late-parts.ts'

/** Leads from one wrong row to the next, and from the last to the first. */
export function useNextWrong(
  wrong: readonly ProductId[],
  offers: ReadonlyMap<ProductId, unknown>,
  reveal: (productId: ProductId) => void,
  late: LateParts | undefined,
): () => void {
  // The button that was pressed has the focus by then: only this knows where one was led to.
  const [last, order] = [useRef<ProductId>(undefined), useRef<readonly ProductId[]>([])]
  return useCallback(() => {
    const shown = wrong.filter((productId) => offers.has(productId))
    const typing = shown.find((productId) => document.activeElement?.id === `q-${productId}`)
    const next = late?.nextWrong(shown, typing ?? last.current, order.current)
    ;[last.current, order.current] = [next, shown]
    if (next) reveal(next)
    else document.getElementById(LEAVE_OUT_ID)?.focus()
  }, [wrong, offers, reveal, late, last, order])
}
