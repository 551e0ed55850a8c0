import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fullGtin } from '#shared/gtin'
import type { ProductId } from '#shared/ids'
import { baseUnitsOf } from '#shared/unit-chain'
import type { DraftKeeper } from './draft-keeper.ts'
import type { SheetItem } from './sheet-items.ts'

/** A scanner types faster than any hand, and ends with Enter. */
const MOST_PAUSE_MILLISECONDS = 60
const SHORTEST_CODE = 8

export type Scanned = { code: string; productId?: ProductId; added: number }
type Burst = { digits: string; at: number; field: HTMLInputElement | undefined; before: string }

/** Puts one more of a product in when its barcode is scanned, wherever the focus is; a barcode of a larger unit adds
 * what that unit holds. What the scanner typed into a field is taken out of it again. */
export function useScanner(
  items: readonly SheetItem[],
  keeper: DraftKeeper,
  isLocked: boolean,
  onFieldBack: (field: HTMLInputElement, text: string) => void,
) {
  const [scanned, setScanned] = useState<Scanned>()
  const codes = useMemo(() => codesOf(items), [items])
  const scan = useCallback(
    (code: string): ProductId | undefined => {
      const found = codes.get(fullGtin(code))
      if (found) keeper.add([{ productId: found.productId, quantity: found.size }])
      setScanned({ code, productId: found?.productId, added: found?.size ?? 0 })
      return found?.productId
    },
    [codes, keeper],
  )
  const burst = useRef<Burst>(undefined)
  useEffect(() => {
    if (isLocked) return
    const onKey = (event: KeyboardEvent) => {
      const now = event.timeStamp
      const current = burst.current
      const isOngoing = current !== undefined && now - current.at < MOST_PAUSE_MILLISECONDS
      if (/^\d$/.test(event.key)) {
        const field = event.target instanceof HTMLInputElement ? event.target : undefined
        burst.current = isOngoing
          ? { ...current, digits: current.digits + event.key, at: now }
          : { digits: event.key, at: now, field, before: field?.value ?? '' }
        return
      }
      burst.current = undefined
      if (event.key !== 'Enter' || !isOngoing || current.digits.length < SHORTEST_CODE) return
      event.preventDefault()
      event.stopPropagation()
      if (current.field) onFieldBack(current.field, current.before)
      scan(current.digits)
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [isLocked, scan, onFieldBack])
  return { scanned, scan }
}

function codesOf(items: readonly SheetItem[]): Map<string, { productId: ProductId; size: number }> {
  const codes = new Map<string, { productId: ProductId; size: number }>()
  for (const { productId, barcode, packs = [] } of items) {
    if (barcode) codes.set(fullGtin(barcode), { productId, size: 1 })
    const sizes = baseUnitsOf(packs)
    for (const [at, pack] of packs.entries()) {
      if (pack.barcode) codes.set(fullGtin(pack.barcode), { productId, size: sizes[at + 1] ?? 1 })
    }
  }
  return codes
}
