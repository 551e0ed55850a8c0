import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProductId } from '#shared/ids'
import { isFound, searchTextOf, wordsAsked } from '#shared/product-search'
import { productsOf, type Typed } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'
import { isUnder, type ProductFilter, productFilters } from './find-products.ts'
import { focusQuantity } from './row-keys.ts'

type Watched = { typed: Typed; starred: ReadonlySet<ProductId> }

/** Which products are shown: by what is typed into the search field, and by a filter. */
export function useFinder(all: readonly SheetItem[], { typed, starred }: Watched) {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<ProductFilter>('all')
  const [wanted, setWanted] = useState<ProductId>()
  const searchRef = useRef<HTMLInputElement>(null)
  const [settled, setSettled] = useState<string>()
  const deferred = useDeferredValue(query)
  const sought = settled === query ? query : deferred
  const searchTexts = useMemo(() => all.map(searchTextOf), [all])
  // Only these filters look at what is typed or starred: with the others a keystroke leaves the rows as they are.
  const watchedTyped = filter === 'typed' ? typed : undefined
  const watchedStars = filter === 'favourites' ? starred : undefined
  const items = useMemo(() => {
    const isShown = (item: SheetItem) => {
      const { productId } = item
      const looked = { text: watchedTyped?.[productId], isStarred: watchedStars?.has(productId) ?? false }
      return isUnder(filter, item, looked)
    }
    const words = wordsAsked(sought)
    return all.filter((item, at) => isShown(item) && isFound(searchTexts[at] ?? '', words))
  }, [all, filter, watchedTyped, watchedStars, searchTexts, sought])
  const fixedCounts = useMemo(() => countsOf(all, starred), [all, starred])
  const counts = { ...fixedCounts, typed: productsOf(typed).length }
  const clear = useCallback(() => {
    setQuery('')
    setFilter('all')
  }, [])
  const reveal = useCallback(
    (productId: ProductId) => {
      if (focusQuantity(productId)) return
      // Made at once: what fast fingers type next belongs into the row, and not into the search.
      flushSync(() => setWanted(productId))
      if (focusQuantity(productId)) setWanted(undefined)
      else clear()
    },
    [clear],
  )
  useEffect(() => {
    if (wanted === undefined || !items.some(({ productId }) => productId === wanted)) return
    const frame = requestAnimationFrame(() => {
      if (focusQuantity(wanted)) setWanted(undefined)
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, items])
  // The rows shown may lag behind fast fingers: Enter goes by what is typed now, and the rows with it, for a row
  // that moves into another block afterwards would lose the focus.
  const onEnter = () => {
    const words = wordsAsked(query)
    const first = all.find((item, at) => {
      const { productId } = item
      const looked = { text: typed[productId], isStarred: starred.has(productId) }
      return isUnder(filter, item, looked) && isFound(searchTexts[at] ?? '', words)
    })
    if (!first) return
    if (sought !== query) flushSync(() => setSettled(query))
    reveal(first.productId)
  }
  const tools = { query, filter, counts, searchRef, onQuery: setQuery, onFilter: setFilter, onEnter }
  return { items, wanted, clear, reveal, searchRef, tools }
}

function countsOf(all: readonly SheetItem[], starred: ReadonlySet<ProductId>): Record<ProductFilter, number> {
  const counts = { all: 0, ordered: 0, limited: 0, typed: 0, favourites: 0, offers: 0 }
  for (const item of all) {
    const looked = { text: undefined, isStarred: starred.has(item.productId) }
    for (const filter of productFilters) if (isUnder(filter, item, looked)) counts[filter] += 1
  }
  return counts
}
