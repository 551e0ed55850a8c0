import { type ReactNode, useId, useState } from 'react'
import { listTexts as texts } from '#shared/texts/lists'
import { useSay } from '../language-context.ts'

type FilterFoldProps = {
  /** What stays in sight on a phone: as a rule the search alone. */
  first: ReactNode
  /** What the folded filters are set to; an empty text is not set. */
  set: Readonly<Record<string, string>>
  onClear: (none: Record<string, string>) => void
  children: ReactNode
}

/** What narrows a list: in a row where there is room, on a phone behind one button that says how many are set. */
export function FilterFold({ first, set, onClear, children }: FilterFoldProps) {
  const { t } = useSay()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const count = Object.values(set).filter(Boolean).length
  return (
    <div className="filter-fold fields">
      <div className="fold-first">{first}</div>
      <button
        type="button"
        className="quiet fold-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t(texts.filters)}
        {count > 0 && ` · ${count}`}
      </button>
      <div id={id} className={isOpen ? 'folded is-open' : 'folded'}>
        {children}
        {count > 0 && (
          <button
            type="button"
            className="quiet"
            onClick={() => onClear(Object.fromEntries(Object.keys(set).map((name) => [name, ''])))}
          >
            {t(texts.clearFilters)}
          </button>
        )}
      </div>
    </div>
  )
}
