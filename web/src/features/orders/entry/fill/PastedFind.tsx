import { useMemo, useState } from 'react'
import type { ProductId } from '#shared/ids'
import { isFound, searchTextOf, wordsAsked } from '#shared/product-search'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderPasteTexts as texts } from '#shared/texts/order-paste'
import { useSay } from '../../../../components/language-context.ts'
import { useSheet } from '../sheet-context.ts'

const SHOWN_AT_MOST = 8

type PastedFindProps = { text: string; onChoose: (productId: ProductId) => void }

/** Finds the product that a pasted row means, as the sheet itself finds it. */
export function PastedFind({ text, onChoose }: PastedFindProps) {
  const { t, language } = useSay()
  const { items } = useSheet().assortment
  const [query, setQuery] = useState('')
  const found = useMemo(() => {
    const words = wordsAsked(query)
    return query.trim() === '' ? [] : items.filter((item) => isFound(searchTextOf(item), words))
  }, [items, query])
  return (
    <>
      <input
        type="search"
        className="text-box"
        aria-label={t(texts.findFor, { text })}
        placeholder={t(orderEntryTexts.findHint)}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.slice(0, SHOWN_AT_MOST).map(({ productId, name }) => (
        <button key={productId} type="button" className="filter" onClick={() => onChoose(productId)}>
          {name[language]}
        </button>
      ))}
      {query.trim() !== '' && (
        <span className="facts" role="status">
          {t(found.length === 0 ? texts.noneFound : texts.found, { count: found.length })}
        </span>
      )}
    </>
  )
}
