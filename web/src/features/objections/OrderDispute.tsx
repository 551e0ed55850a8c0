import type { SessionView } from '#shared/identity'
import type { OrderId } from '#shared/ids'
import type { Objection } from '#shared/objections'
import type { OrderDetails } from '#shared/orders'
import { objectionTexts as texts } from '#shared/texts/objections'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { useDeed } from '../../components/use-deed.ts'
import { formatMoment } from '../../formats.ts'
import { may } from '../identity/session-queries.ts'
import { CorrectionForm } from './CorrectionForm.tsx'
import { ObjectionHistory } from './ObjectionHistory.tsx'
import { raiseObjection, readObjection, settleObjection } from './objection-queries.ts'

type OrderDisputeProps = {
  orderId: OrderId
  order: OrderDetails
  session: SessionView
  onChanged: () => void
}

/** An objection to an order and what became of it, and staff's way to put an order right; for orders that have either. */
export function OrderDispute({ orderId, order, session, onChanged }: OrderDisputeProps) {
  const { t, language } = useSay()
  const { data, error, again } = useAnswer(orderId, () => readObjection(orderId))
  const { correction, timeZone, state } = order
  const isStaff = session.kind === 'staff'
  const onSettled = () => {
    again()
    onChanged()
  }
  return (
    <div className="no-print">
      {correction && <Corrected correction={correction} />}
      {error !== undefined && <Trouble isPart error={error} onRetry={again} />}
      {data?.objection && (
        <Raised objection={data.objection} timeZone={timeZone} isStaff={isStaff}>
          {isStaff && may(session, 'settleObjections') && data.objection.state === 'raised' && (
            <Settle
              orderId={orderId}
              isChanged={order.version > data.objection.orderVersion}
              onDone={onSettled}
            />
          )}
        </Raised>
      )}
      {data?.mayObjectUntil && may(session, 'object') && (
        <div className="card mb-4">
          <p className="mb-2 text-soft">
            {t(texts.until, { time: formatMoment(data.mayObjectUntil, timeZone, language) })}
          </p>
          <Raise orderId={orderId} onDone={onSettled} />
        </div>
      )}
      {isStaff && may(session, 'correctOrders') && !order.isChangeable && correctable.has(state) && (
        <CorrectionForm key={order.version} orderId={orderId} order={order} onDone={onChanged} />
      )}
    </div>
  )
}

const correctable = new Set(['placed', 'awaiting-funds', 'confirmed'])

const ruleNames = {
  'orders.over_limit': texts.limit,
  'orders.over_band': texts.band,
  'orders.quantity_off_multiple': texts.multiple,
  'orders.below_minimum': texts.minimum,
} as const

function Corrected({ correction }: { correction: NonNullable<OrderDetails['correction']> }) {
  const { t, language } = useSay()
  const codes = new Set(correction.overridden.map(({ code }) => code))
  const rules = Object.entries(ruleNames).filter(([code]) => codes.has(code))
  const said = rules.map(([, name]) => t(name)).join(language === 'zh' ? '、' : ', ')
  return (
    <p className="notice">
      {t(texts.correctedBecause, { reason: correction.reason })}
      {said && <span className="block">{t(texts.overridden, { rules: said })}</span>}
    </p>
  )
}

type RaisedProps = { objection: Objection; timeZone: string; isStaff: boolean; children: React.ReactNode }

function Raised({ objection, timeZone, isStaff, children }: RaisedProps) {
  const { t, language } = useSay()
  const { state, reason, raisedBy, raisedAt, answer, settledBy, settledAt } = objection
  const moment = (at: string) => formatMoment(at, timeZone, language)
  const heading = state === 'raised' && !isStaff ? texts.raisedOwn : texts[state]
  return (
    <section className="card mb-4">
      <h2>{t(heading)}</h2>
      <p className="my-1">{reason}</p>
      <p className="facts">{t(texts.by, { name: raisedBy, time: moment(raisedAt) })}</p>
      {answer && <p className="mt-3">{answer}</p>}
      {settledAt && (
        <p className="facts">{t(texts.by, { name: settledBy ?? '', time: moment(settledAt) })}</p>
      )}
      {children}
      <ObjectionHistory key={`${state} ${raisedAt}`} objection={objection} />
    </section>
  )
}

function Raise({ orderId, onDone }: { orderId: OrderId; onDone: () => void }) {
  const { t } = useSay()
  const raising = useDeed((data) => raiseObjection(orderId, String(data.get('reason'))), onDone)
  return (
    <>
      <button type="button" className="quiet" onClick={raising.open}>
        {t(texts.raise)}
      </button>
      <AskDialog {...raising.asked} heading={t(texts.raiseAsk)} action={t(texts.send)}>
        <textarea
          className="text-box"
          name="reason"
          rows={3}
          maxLength={500}
          aria-label={t(texts.raiseAsk)}
          required
        />
      </AskDialog>
    </>
  )
}

type SettleProps = { orderId: OrderId; isChanged: boolean; onDone: () => void }

function Settle({ orderId, isChanged, onDone }: SettleProps) {
  const { t } = useSay()
  const settling = useDeed((data) => {
    const outcome = data.get('outcome') === 'corrected' ? 'corrected' : 'explained'
    return settleObjection(orderId, { outcome, answer: String(data.get('answer')) })
  }, onDone)
  return (
    <div className="mt-3">
      <button type="button" className="button" onClick={settling.open}>
        {t(texts.settle)}
      </button>
      <AskDialog {...settling.asked} heading={t(texts.settle)} action={t(texts.settle)}>
        <fieldset className="cards">
          <legend>{t(texts.outcome)}</legend>
          <label className="choice">
            <input type="radio" name="outcome" value="corrected" defaultChecked={isChanged} required />
            {t(texts.isCorrected)}
          </label>
          <label className="choice">
            <input type="radio" name="outcome" value="explained" defaultChecked={!isChanged} />
            {t(texts.isExplained)}
          </label>
        </fieldset>
        <label className="field">
          <span>{t(texts.answer)}</span>
          <textarea className="text-box" name="answer" rows={3} maxLength={500} required />
        </label>
      </AskDialog>
    </div>
  )
}
