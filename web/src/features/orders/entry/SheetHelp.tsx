import type { ProductId } from '#shared/ids'
import { orderNoticeTexts as texts } from '#shared/texts/order-notices'
import { useSay } from '../../../components/language-context.ts'
import { quantityOf, type Typed } from './draft/quantities.ts'
import type { Adjusted } from './fill/order-again.ts'
import { rowsToPutBack } from './fill/put-back.ts'
import type { Filling, FillingFacts } from './fill/use-fillings.ts'
import type { Scanned } from './fill/use-scanner.ts'
import { useSheet } from './sheet-context.ts'

/** So many rows may stand open above the sheet. */
const FEW = 4

type SheetHelpProps = {
  filling: Filling | undefined
  scanned: Scanned | undefined
  typed: Typed
  nameOf: (productId: ProductId) => string
  onTakenBack: () => void
}

/** What was just filled in by itself or by a scanner, said aloud for who does not look. */
export function SheetHelp({ filling, scanned, typed, nameOf, onTakenBack }: SheetHelpProps) {
  return (
    <div role="status" className="sheet-help">
      {filling && <FillingWords filling={filling} onTakenBack={onTakenBack} />}
      {filling?.adjusted && <AdjustedRows adjusted={filling.adjusted} nameOf={nameOf} />}
      {scanned && <ScanWords scanned={scanned} typed={typed} nameOf={nameOf} />}
    </div>
  )
}

const filled = {
  suggested: 'suggested',
  last: 'lastFilled',
  again: 'againFrom',
  cleared: 'cleared',
  replaced: 'replaced',
} as const satisfies Record<FillingFacts['way'], keyof typeof texts>

/** What was done to many rows at once, what was left alone, and the way back. */
function FillingWords({ filling, onTakenBack }: { filling: Filling; onTakenBack: () => void }) {
  const { t } = useSay()
  const { keeper } = useSheet()
  const { way, number, kept = 0, before, after } = filling
  const rows = [...(way === 'cleared' ? before : after).values()]
  const count = rows.filter(({ text }) => text !== '').length
  const wished = rows.filter(({ text, extra }) => text === '' && extra.wanted).length
  const nothing = way === 'suggested' ? texts.nothingToSuggest : texts.nothingFilled
  const takeBack = () => {
    keeper.putRows(rowsToPutBack(filling, keeper.snapshot()))
    onTakenBack()
  }
  return (
    <p className={before.size === 0 ? 'notice' : 'notice good'}>
      {before.size === 0
        ? t(nothing)
        : t(way === 'again' && !number ? texts.askedFor : texts[filled[way]], { count, number })}{' '}
      {wished > 0 && way !== 'cleared' && t(texts.wished, { count: wished })}{' '}
      {kept > 0 && t(texts.keptTyped, { count: kept })}{' '}
      {before.size > 0 && (
        <button type="button" onClick={takeBack}>
          {t(way === 'cleared' || way === 'replaced' ? texts.putBack : texts.takeBack)}
        </button>
      )}
    </p>
  )
}

type AdjustedRowsProps = Pick<SheetHelpProps, 'nameOf'> & { adjusted: readonly Adjusted[] }

/** What of an order of before cannot be had like that today, row by row. */
function AdjustedRows({ adjusted, nameOf }: AdjustedRowsProps) {
  const { t, language } = useSay()
  if (adjusted.length === 0) return null
  return (
    <details className="notice" open={adjusted.length <= FEW}>
      <summary>{t(texts.againLess, { count: adjusted.length })}</summary>
      <ul>
        {adjusted.map(({ productId, name, asked, quantity }) => (
          <li key={productId}>
            {t(quantity > 0 ? texts.againRow : texts.againNone, {
              name: name?.[language] ?? nameOf(productId),
              asked,
              quantity,
            })}
          </li>
        ))}
      </ul>
    </details>
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
