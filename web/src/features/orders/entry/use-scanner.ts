import { useCallback, useEffect, useRef, useState } from 'react'
import type { ProductId } from '#shared/ids'
import type { DraftKeeper } from './draft-keeper.ts'
import type { SheetItem } from './sheet-items.ts'

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
    async (code: string): Promise<ProductId | undefined> => {
      const { foundByBarcode } = await import('./scan-codes.ts')
      const found = foundByBarcode(items, code)
      if (found) keeper.add([{ productId: found.productId, quantity: found.size }])
      setScanned({ code, productId: found?.productId, added: found?.size ?? 0 })
      return found?.productId
    },
    [items, keeper],
  )
  const latest = useRef({ scan, onFieldBack })
  useEffect(() => {
    latest.current = { scan, onFieldBack }
  })
  // Heard without a pause: fresh prices that come in between two digits lose none of them.
  useEffect(() => {
    if (isLocked) return
    let stop: (() => void) | undefined
    let isLeft = false
    void import('./scan-codes.ts').then(({ listenToScanner }) => {
      if (isLeft) return
      stop = listenToScanner(
        (code) => void latest.current.scan(code),
        (field, text) => latest.current.onFieldBack(field, text),
      )
    })
    return () => {
      isLeft = true
      stop?.()
    }
  }, [isLocked])
  return { scanned, scan }
}
