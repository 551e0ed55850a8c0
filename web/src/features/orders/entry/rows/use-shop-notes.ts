import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { OrderList, Stock } from '#shared/drafts'
import type { CustomerId, ProductId } from '#shared/ids'
import { readOrderLists, readStock } from '../../order-queries.ts'
import { FAVOURITES } from './favourites.ts'

/** What a shop keeps beside its orders: lists, stars, and what it still has. */
export type ShopNotes = {
  lists: readonly OrderList[]
  starred: ReadonlySet<ProductId>
  stock: ReadonlyMap<ProductId, Stock['items'][number]>
  toggleStar: (productId: ProductId) => void
  countStock: (productId: ProductId, quantity: number | null) => void
  readAgain: () => void
}

/** Reads lists and stock once the sheet is there, and keeps what changes; what others changed meanwhile stays. */
export function useShopNotes(customerId: CustomerId, favouritesName: string): ShopNotes {
  const [lists, setLists] = useState<readonly OrderList[]>([])
  const [stock, setStock] = useState<Stock>()
  const readAgain = useCallback(() => {
    // Without an answer the sheet goes on without stars and counts.
    readOrderLists(customerId).then(({ items }) => setLists(items), ignore)
    readStock(customerId).then(setStock, ignore)
  }, [customerId])
  useEffect(readAgain, [readAgain])
  const queue = useRef(Promise.resolve())
  const inTurn = useCallback((work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch(ignore)
  }, [])
  const toggleStar = useCallback(
    (productId: ProductId) =>
      inTurn(async () => {
        const { starred } = await import('./keep-shop-notes.ts')
        const saved = await starred(customerId, productId, favouritesName)
        setLists((before) => [saved, ...before.filter(({ listId }) => listId !== FAVOURITES)])
      }),
    [customerId, favouritesName, inTurn],
  )
  const countStock = useCallback(
    (productId: ProductId, quantity: number | null) =>
      inTurn(async () => {
        const { counted } = await import('./keep-shop-notes.ts')
        setStock(await counted(customerId, productId, quantity))
      }),
    [customerId, inTurn],
  )
  return useMemo(() => {
    const favourites = lists.find(({ listId }) => listId === FAVOURITES)
    return {
      lists,
      starred: new Set(favourites?.lines.map(({ productId }) => productId)),
      stock: new Map(stock?.items.map((item) => [item.productId, item])),
      toggleStar,
      countStock,
      readAgain,
    }
  }, [lists, stock, toggleStar, countStock, readAgain])
}

function ignore(): void {}
