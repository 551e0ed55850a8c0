import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ProductId } from '#shared/ids'
import type { DraftKeeper } from '../draft/draft-keeper.ts'
import type { SheetItem } from '../sheet-items.ts'
import { foundByBarcode, listenToScanner } from './scan-codes.ts'

export type Scanned = { code: string; productId?: ProductId; added: number }

/** Puts one more of a product in when its barcode is scanned, wherever the focus is; a barcode of a larger unit adds
 * what that unit holds. What the scanner typed into a field is taken out of it again. */
export function useScanner(
  items: readonly SheetItem[],
  keeper: DraftKeeper,
  isLocked: boolean,
  onFieldBack: (field: HTMLInputElement, text: string) => void,
) {
  const [scanned, setScanned] = useState<Scanned>()
  const scan = useCallback(
    (code: string): ProductId | undefined => {
      const found = foundByBarcode(items, code)
      if (found) keeper.add([{ productId: found.productId, quantity: found.size }])
      setScanned({ code, productId: found?.productId, added: found?.size ?? 0 })
      return found?.productId
    },
    [items, keeper],
  )
  const latest = useRef({ scan, onFieldBack })
  useLayoutEffect(() => {
    latest.current = { scan, onFieldBack }
  })
  // Heard from the first moment and without a pause: no key is lost while the page is still getting ready.
  useLayoutEffect(() => {
    if (isLocked) return
    return listenToScanner(
      (code) => latest.current.scan(code),
      (field, text) => latest.current.onFieldBack(field, text),
    )
  }, [isLocked])
  return { scanned, scan }
}
