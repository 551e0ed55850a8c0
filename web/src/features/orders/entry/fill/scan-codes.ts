import { fullGtin } from '#shared/gtin'
import type { ProductId } from '#shared/ids'
import { baseUnitsOf } from '#shared/unit-chain'
import type { SheetItem } from '../sheet-items.ts'

/** A scanner types faster than any hand, and ends with Enter. */
const MOST_PAUSE_MILLISECONDS = 60
const SHORTEST_CODE = 8

type Burst = { digits: string; at: number; field: HTMLInputElement | undefined; before: string }

/** Hears what a keyboard scanner types; answers how to stop. What it typed into a field is given back to that. */
export function listenToScanner(
  onCode: (code: string) => void,
  onFieldBack: (field: HTMLInputElement, text: string) => void,
): () => void {
  let burst: Burst | undefined
  const onKey = (event: KeyboardEvent) => {
    const now = event.timeStamp
    const current = burst
    const isOngoing = current !== undefined && now - current.at < MOST_PAUSE_MILLISECONDS
    if (/^\d$/.test(event.key)) {
      const field = event.target instanceof HTMLInputElement ? event.target : undefined
      burst = isOngoing
        ? { ...current, digits: current.digits + event.key, at: now }
        : { digits: event.key, at: now, field, before: field?.value ?? '' }
      return
    }
    burst = undefined
    if (event.key !== 'Enter' || !isOngoing || current.digits.length < SHORTEST_CODE) return
    event.preventDefault()
    event.stopPropagation()
    if (current.field) onFieldBack(current.field, current.before)
    onCode(current.digits)
  }
  addEventListener('keydown', onKey, { capture: true })
  return () => removeEventListener('keydown', onKey, { capture: true })
}

/** The product of a barcode, and how many of its unit the scanned pack holds. */
export function foundByBarcode(
  items: readonly SheetItem[],
  code: string,
): { productId: ProductId; size: number } | undefined {
  const sought = fullGtin(code)
  for (const { productId, barcode, packs = [] } of items) {
    if (barcode && fullGtin(barcode) === sought) return { productId, size: 1 }
    const at = packs.findIndex((pack) => pack.barcode && fullGtin(pack.barcode) === sought)
    if (at >= 0) return { productId, size: baseUnitsOf(packs)[at + 1] ?? 1 }
  }
  return undefined
}
