import { lazy, Suspense } from 'react'
import type { OrderDetails } from '#shared/orders'
import { calendarTexts } from '#shared/texts/calendar'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { useSay } from '../../../components/language-context.ts'
import { formatMoment } from '../../../formats.ts'
import { batchOfCycle } from '../../calendar/batch-name.ts'
import type { Window } from '../../calendar/use-time-left.ts'
import { Countdown } from './Countdown.tsx'
import type { SheetDialogName } from './SheetDialogs.tsx'
import type { SheetAssortment } from './sheet-items.ts'

const StandingDraftLine = lazy(async () => ({
  default: (await import('./StandingDraftLine.tsx')).StandingDraftLine,
}))

type SheetHeadProps = {
  assortment: SheetAssortment
  window: Window | undefined
  change: OrderDetails | undefined
  mayFill: boolean
  mayOrder: boolean
  isOwner: boolean
  isEmpty: boolean
  whole: readonly string[]
  onAsLast: () => void
  onSuggest: () => void
  onClear: () => void
  onOpen: (dialog: SheetDialogName) => void
}

/** What this page orders for, until when, and the ways to fill it at once. */
export function SheetHead(props: SheetHeadProps) {
  const { assortment, window, change, mayFill, mayOrder, whole } = props
  const { t, language } = useSay()
  const { cycle, company } = assortment
  const title = company.oneOrderACycle ? texts.title : texts.titleDaily
  return (
    <header className="sheet-head">
      <div>
        <h1>{change ? t(texts.titleChange, { number: change.number }) : t(title)}</h1>
        {cycle && (
          <p className="facts">
            {t(calendarTexts.closes, {
              batch: batchOfCycle(cycle, language),
              time: formatMoment(cycle.closesAt, company.timeZone, language),
            })}
          </p>
        )}
      </div>
      {window && (
        <span className="only-phone">
          <Countdown window={window} />
        </span>
      )}
      {mayFill && <WaysToFill {...props} />}
      {mayOrder && !change && (
        <Suspense fallback={<p className="standing-draft" />}>
          <StandingDraftLine customerId={assortment.customer.customerId} mayChange={props.isOwner} />
        </Suspense>
      )}
      {!cycle && <p className="notice w-full">{t(calendarTexts.noWindow)}</p>}
      {!mayOrder && <p className="notice w-full">{t(texts.readOnly)}</p>}
      {whole.length > 0 && (
        <p className="notice bad w-full" role="alert">
          {whole.join(' ')}
        </p>
      )}
    </header>
  )
}

function WaysToFill({ assortment, isEmpty, onAsLast, onSuggest, onClear, onOpen }: SheetHeadProps) {
  const { t } = useSay()
  const hasPast = assortment.items.some(({ past }) => past !== undefined)
  const hasLast = assortment.items.some(({ past }) => past?.[0])
  return (
    <div className="actions">
      {hasPast && (
        <button type="button" className="quiet" aria-keyshortcuts="Alt+S" onClick={onSuggest}>
          {t(texts.suggest)}
        </button>
      )}
      {hasLast && (
        <button type="button" className="quiet" onClick={onAsLast}>
          {t(texts.asLast)}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => onOpen('lists')}>
        {t(texts.lists)}
      </button>
      <button type="button" className="quiet only-phone" onClick={() => onOpen('details')}>
        {t(texts.detailsShort)}
      </button>
      {!isEmpty && (
        <button type="button" className="quiet" onClick={onClear}>
          {t(texts.clear)}
        </button>
      )}
    </div>
  )
}
