import { formatMoney } from '#shared/money'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { pageTexts } from '#shared/texts/pages'
import { useSay } from '../../../../components/language-context.ts'
import type { Window } from '../../../calendar/use-time-left.ts'
import type { DraftState } from '../draft/draft-keeper.ts'
import type { Written } from '../draft/quantities.ts'
import type { Judgement } from '../send/judge-sheet.ts'
import type { Submission } from '../send/use-submission.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import type { LateParts } from '../use-late-parts.ts'
import { Countdown } from './Countdown.tsx'

type SheetSideProps = {
  assortment: SheetAssortment
  window: Window | undefined
  judgement: Judgement
  wrongNames: readonly string[]
  wholeSentences: readonly string[]
  saving: DraftState['saving']
  written: Written
  step: Submission['step']
  isChange: boolean
  mayFill: boolean
  late: LateParts | undefined
  maySubmit: boolean
  onDetails: () => void
  /** What the button says when it does something else. */
  submitLabel: string | undefined
  onSubmit: () => void
  onTakeBack: () => void
  onNextWrong: () => void
}

/** The running total, the time left and the one main action: a bar on the phone, a column beside it. */
export function SheetSide(props: SheetSideProps) {
  const { assortment, window, judgement, wrongNames, wholeSentences, saving, step, late } = props
  const { onSubmit, onNextWrong } = props
  const { t, language } = useSay()
  const { currency } = assortment.company
  const isIdle = step === 'idle'
  const isWrong = isIdle && wrongNames.length > 0
  // What was sent and not answered may have come in: its button stays.
  if (late && isIdle && judgement.phase === 'over' && window)
    return <late.SideOver {...{ assortment, window, judgement }} isChange={props.isChange} />
  return (
    <aside className="side no-print">
      {window && <Countdown window={window} isBefore={judgement.phase === 'before'} />}
      <div className="side-total">
        <p className="facts" aria-live="polite">
          {t(texts.count, { products: judgement.lineCount, quantity: judgement.quantity })}
          {late && <late.MoneyAside assortment={assortment} />}
        </p>
        <p className="money">
          <span className="sr-only">{t(texts.total)} </span>
          {formatMoney(judgement.total, currency, language)}
        </p>
        {late && <late.SideMoney assortment={assortment} total={judgement.total} />}
      </div>
      {late && (
        <>
          {assortment.leastTotal && <late.LeastTotal {...{ assortment, judgement }} />}
          <late.TotalAloud {...{ assortment, window, judgement }} />
          {props.mayFill && <late.SideDetails {...props} />}
        </>
      )}
      <div className="side-action">
        {late && <late.SendNotice step={step} onTakeBack={props.onTakeBack} />}
        {!isWrong && wholeSentences.length > 0 && (
          <p className="side-wrong only-wide">{wholeSentences.join(' ')}</p>
        )}
        {isWrong && late ? (
          <late.SideWrong names={wrongNames} onNext={onNextWrong} />
        ) : (
          <button
            type="button"
            className="button"
            // One that is disabled while it sends would lose the focus.
            disabled={isIdle && !props.maySubmit}
            aria-disabled={!isIdle && step !== 'unanswered'}
            onClick={onSubmit}
          >
            {(isIdle && props.submitLabel) || t(submitText(step, props.isChange))}
          </button>
        )}
      </div>
      {late && <late.SideFoot saving={saving} />}
    </aside>
  )
}

function submitText(step: Submission['step'], isChange: boolean) {
  if (step === 'unanswered') return pageTexts.tryAgain
  if (step === 'busy') return texts.busy
  if (step === 'sending' || step === 'done') return texts.sending
  return isChange ? texts.submitChange : texts.submit
}
