import type { ProductId } from '#shared/ids'
import { orderNoticeTexts as texts } from '#shared/texts/order-notices'
import { useSay } from '../../../components/language-context.ts'
import { quantityOf, type Typed } from './quantities.ts'
import type { Scanned } from './use-scanner.ts'
import type { useSuggestion } from './use-suggestion.ts'

type SheetHelpProps = {
  suggestion: ReturnType<typeof useSuggestion>
  scanned: Scanned | undefined
  typed: Typed
  nameOf: (productId: ProductId) => string
}

/** What was just filled in by itself or by a scanner, said aloud for who does not look. */
export function SheetHelp({ suggestion, scanned, typed, nameOf }: SheetHelpProps) {
  const { t } = useSay()
  const { state, count, undo } = suggestion
  return (
    <div role="status" className="sheet-help">
      {state === 'filled' && (
        <p className="notice good">
          {t(texts.suggested, { count })}{' '}
          <button type="button" onClick={undo}>
            {t(texts.takeBack)}
          </button>
        </p>
      )}
      {state === 'nothing' && <p className="notice">{t(texts.nothingToSuggest)}</p>}
      {scanned && <ScanWords scanned={scanned} typed={typed} nameOf={nameOf} />}
    </div>
  )
}

function ScanWords({
  scanned,
  typed,
  nameOf,
}: Pick<SheetHelpProps, 'typed' | 'nameOf'> & { scanned: Scanned }) {
  const { t } = useSay()
  const { code, productId, added } = scanned
  if (!productId) return <p className="notice bad">{t(texts.scanUnknown, { code })}</p>
  const quantity = quantityOf(typed[productId])
  return <p className="notice good">{t(texts.scanAdded, { name: nameOf(productId), added, quantity })}</p>
}
