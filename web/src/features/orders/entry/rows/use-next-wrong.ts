import { useCallback, useRef } from 'react'
import type { ProductId } from '#shared/ids'
import { LEAVE_OUT_ID } from '../send/leave-out.ts'

/** Leads from one wrong row to the next, and from the last to the first. */
export function useNextWrong(
  wrong: readonly ProductId[],
  offers: ReadonlyMap<ProductId, unknown>,
  reveal: (productId: ProductId) => void,
): () => void {
  // The button that was pressed has the focus by then: only this knows where one was led to.
  const [last, order] = [useRef<ProductId>(undefined), useRef<readonly ProductId[]>([])]
  return useCallback(() => {
    const shown = wrong.filter((productId) => offers.has(productId))
    const typing = shown.find((productId) => document.activeElement?.id === `q-${productId}`)
    const next = nextWrong(shown, typing ?? last.current, order.current)
    ;[last.current, order.current] = [next, shown]
    if (next) reveal(next)
    else document.getElementById(LEAVE_OUT_ID)?.focus()
  }, [wrong, offers, reveal, last, order])
}

/** The wrong row behind `from`. When that one has been mended, the one that came behind it `before`. */
export function nextWrong(
  wrong: readonly ProductId[],
  from: ProductId | undefined,
  before: readonly ProductId[],
): ProductId | undefined {
  if (from === undefined) return wrong[0]
  const at = wrong.indexOf(from)
  if (at >= 0) return wrong[(at + 1) % wrong.length]
  const behind = before.slice(before.indexOf(from) + 1)
  return behind.find((productId) => wrong.includes(productId)) ?? wrong[0]
}
