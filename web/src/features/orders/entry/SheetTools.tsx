import type { KeyboardEvent, RefObject } from 'react'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import { formatCount } from '../../../formats.ts'
import type { ProductFilter } from './find-products.ts'

type SheetToolsProps = {
  query: string
  filter: ProductFilter
  counts: Readonly<Record<ProductFilter, number>>
  searchRef: RefObject<HTMLInputElement | null>
  onQuery: (query: string) => void
  onFilter: (filter: ProductFilter) => void
  onEnter: () => void
}

const filters: readonly ProductFilter[] = ['all', 'ordered', 'limited', 'typed']

/** Finding: by typing, or by one of a few filters. */
export function SheetTools({
  query,
  filter,
  counts,
  searchRef,
  onQuery,
  onFilter,
  onEnter,
}: SheetToolsProps) {
  const { t, language } = useSay()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      onEnter()
    }
    if (event.key === 'Escape') onQuery('')
  }
  return (
    <div className="sheet-tools no-print">
      <input
        ref={searchRef}
        type="search"
        className="text-box"
        aria-label={t(texts.find)}
        aria-keyshortcuts="/"
        placeholder={t(texts.findHint)}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <fieldset className="filters">
        <legend className="sr-only">{t(texts.shown)}</legend>
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            className="filter"
            aria-pressed={filter === each}
            onClick={() => onFilter(each)}
          >
            {t(texts[each])} {formatCount(counts[each], language)}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
