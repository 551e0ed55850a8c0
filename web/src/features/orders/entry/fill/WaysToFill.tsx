import { formatMoney } from '#shared/money'
import { calendarTexts } from '#shared/texts/calendar'
import { orderSideTexts } from '#shared/texts/order-side'
import { orderWayTexts as texts } from '#shared/texts/order-ways'
import { useSay } from '../../../../components/language-context.ts'
import { formatMoment } from '../../../../formats.ts'
import { batchOfCycle } from '../../../calendar/batch-name.ts'
import { StandingDraftLine } from '../draft/StandingDraftLine.tsx'
import type { SheetDialogName } from '../SheetDialogs.tsx'
import { useSheet } from '../sheet-context.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import { rowsToClear } from './fill-instead.ts'
import { linesOfLastTime, orderAgain } from './order-again.ts'

export type WaysToFillProps = {
  assortment: SheetAssortment
  isChange: boolean
  mayFill: boolean
  mayOrder: boolean
  isOwner: boolean
  isEmpty: boolean
  onSuggest: () => void
  onOpen: (dialog: SheetDialogName) => void
}

/** What the sheet can do beside its rows: fill many at once, write on the order, and be placed by itself. */
export function WaysToFill(props: WaysToFillProps) {
  const { assortment, mayFill, mayOrder, isChange } = props
  return (
    <>
      <Closing assortment={assortment} />
      {mayFill && <Actions {...props} />}
      {mayOrder && !isChange && (
        <StandingDraftLine customerId={assortment.customer.customerId} mayChange={props.isOwner} />
      )}
    </>
  )
}

/** Until when, and with what money: on a phone the bar has no room to say it. */
function Closing({ assortment: { cycle, company, available } }: Pick<WaysToFillProps, 'assortment'>) {
  const { t, language } = useSay()
  return (
    <div className="facts sheet-closing">
      {cycle && (
        <p>
          {t(calendarTexts.closes, {
            batch: batchOfCycle(cycle, language),
            time: formatMoment(cycle.closesAt, company.timeZone, language),
          })}
        </p>
      )}
      {available !== undefined && (
        <p className="only-phone">
          {t(orderSideTexts.available)} {formatMoney(available, company.currency, language)}
        </p>
      )}
    </div>
  )
}

function Actions({ assortment, isEmpty, onSuggest, onOpen }: WaysToFillProps) {
  const { t } = useSay()
  const { offers, keeper, fill } = useSheet()
  const asLast = () => {
    const lines = linesOfLastTime(assortment.items)
    const { rows, ...facts } = orderAgain({ lines }, offers, keeper.snapshot())
    fill(rows, { way: 'last', ...facts })
  }
  const clear = () => fill(rowsToClear(keeper.snapshot()), { way: 'cleared' })
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
        <button type="button" className="quiet" onClick={asLast}>
          {t(texts.asLast)}
        </button>
      )}
      <button type="button" className="quiet" onClick={() => onOpen('lists')}>
        {t(texts.lists)}
      </button>
      <button type="button" className="quiet only-phone" onClick={() => onOpen('details')}>
        {t(texts.detailsShort)}
      </button>
      <button type="button" className="quiet" disabled={isEmpty} onClick={() => onOpen('paper')}>
        {t(texts.print)}
      </button>
      <button type="button" className="quiet" disabled={isEmpty} onClick={clear}>
        {t(texts.clear)}
      </button>
    </div>
  )
}
