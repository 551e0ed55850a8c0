import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { isFound, searchTextOf } from '#shared/product-search'
import { isUnder, type ProductFilter } from './find-products.ts'
import type { Typed } from './quantities.ts'
import type { SheetItem } from './sheet-items.ts'
import { focusQuantity } from './use-sheet-keys.ts'

/** Which products are shown: by what is typed into the search field, and by a filter. */
export function useFinder(all: readonly SheetItem[], typed: Typed) {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<ProductFilter>('all')
  const searchRef = useRef<HTMLInputElement>(null)
  const sought = useDeferredValue(query)
  const searchTexts = useMemo(() => all.map(searchTextOf), [all])
  // Only this filter looks at what is typed: with the others a keystroke leaves the rows as they are.
  const watched = filter === 'typed' ? typed : undefined
  const items = useMemo(
    () =>
      all.filter(
        (item, at) =>
          isUnder(filter, item, watched?.[item.productId]) && isFound(searchTexts[at] ?? '', sought),
      ),
    [all, filter, watched, searchTexts, sought],
  )
  const counts = useMemo(() => countsOf(all, typed), [all, typed])
  const clear = useCallback(() => {
    setQuery('')
    setFilter('all')
  }, [])
  const reveal = useCallback(
    (productId: ProductId) => {
      if (focusQuantity(productId)) return
      clear()
      requestAnimationFrame(() => requestAnimationFrame(() => focusQuantity(productId)))
    },
    [clear],
  )
  // The rows shown may lag behind fast fingers: Enter goes by what is typed now.
  const onEnter = () => {
    const first = all.find(
      (item, at) => isUnder(filter, item, typed[item.productId]) && isFound(searchTexts[at] ?? '', query),
    )
    if (first) focusQuantity(first.productId)
  }
  const tools = { query, filter, counts, searchRef, onQuery: setQuery, onFilter: setFilter, onEnter }
  return { items, clear, reveal, searchRef, tools }
}

function countsOf(all: readonly SheetItem[], typed: Typed): Record<ProductFilter, number> {
  const under = (filter: ProductFilter) =>
    all.filter((item) => isUnder(filter, item, typed[item.productId])).length
  return { all: all.length, ordered: under('ordered'), limited: under('limited'), typed: under('typed') }
}
