import type { KeyboardEvent, RefObject } from 'react'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import { formatCount } from '../../../formats.ts'
import { filtersShown, type ProductFilter } from './rows/find-products.ts'
import type { SheetDialogName } from './SheetDialogs.tsx'

type SheetToolsProps = {
  query: string
  filter: ProductFilter
  counts: Readonly<Record<ProductFilter, number>>
  searchRef: RefObject<HTMLInputElement | null>
  mayFill: boolean
  onQuery: (query: string) => void
  onFilter: (filter: ProductFilter) => void
  onEnter: () => void
  onOpen: (dialog: SheetDialogName) => void
}

/** Finding: by typing, by the camera, or by one of a few filters; and pasting a list. */
export function SheetTools(props: SheetToolsProps) {
  const { query, filter, counts, searchRef, mayFill, onQuery, onFilter, onEnter, onOpen } = props
  const { t, language } = useSay()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      onEnter()
    }
    if (event.key === 'Escape') onQuery('')
  }
  const shown = filtersShown(counts, filter)
  return (
    <div className="sheet-tools no-print">
      <div className="sheet-find">
        <input
          ref={searchRef}
          type="search"
          aria-label={t(texts.find)}
          aria-keyshortcuts="/"
          placeholder={t(texts.findHint)}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {mayFill && 'mediaDevices' in navigator && (
          <button type="button" onClick={() => onOpen('camera')}>
            {t(texts.camera)}
          </button>
        )}
        {mayFill && (
          <button type="button" onClick={() => onOpen('paste')}>
            {t(texts.paste)}
          </button>
        )}
      </div>
      <fieldset className="filters">
        <legend className="sr-only">{t(texts.shown)}</legend>
        {shown.map((each) => (
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
