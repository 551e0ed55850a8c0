import { lazy, Suspense } from 'react'
import { formatMoney } from '#shared/money'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
import { pageTexts } from '#shared/texts/pages'
import { useSay } from '../../../components/language-context.ts'
import type { Window } from '../../calendar/use-time-left.ts'
import { Countdown } from './Countdown.tsx'
import type { DraftState } from './draft-keeper.ts'
import type { Judgement } from './judge-sheet.ts'
import type { Written } from './quantities.ts'
import type { SheetAssortment } from './sheet-items.ts'
import type { Submission } from './use-submission.ts'

const notes = () => import('./SideNotes.tsx')
const SideMoney = lazy(async () => ({ default: (await notes()).SideMoney }))
const MoneyAside = lazy(async () => ({ default: (await notes()).MoneyAside }))
const SideDetails = lazy(async () => ({ default: (await notes()).SideDetails }))
const SideFoot = lazy(async () => ({ default: (await notes()).SideFoot }))
const TotalAloud = lazy(async () => ({ default: (await notes()).TotalAloud }))
const SendNotice = lazy(async () => ({ default: (await notes()).SendNotice }))
const LeastTotal = lazy(async () => ({ default: (await notes()).LeastTotal }))

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
  const { assortment, window, judgement, wrongNames, wholeSentences, saving, step, onSubmit, onNextWrong } =
    props
  const { t, language } = useSay()
  const { currency } = assortment.company
  const isIdle = step === 'idle'
  const isWrong = isIdle && wrongNames.length > 0
  return (
    <aside className="side no-print">
      {window && <Countdown window={window} />}
      <div className="side-total">
        <p className="facts" aria-live="polite">
          {t(texts.count, { products: judgement.lineCount, quantity: judgement.quantity })}
          <Suspense>
            <MoneyAside assortment={assortment} />
          </Suspense>
        </p>
        <p className="money">
          <span className="sr-only">{t(texts.total)} </span>
          {formatMoney(judgement.total, currency, language)}
        </p>
        <Suspense>
          <SideMoney assortment={assortment} total={judgement.total} />
        </Suspense>
      </div>
      <Suspense>
        {assortment.leastTotal && <LeastTotal {...{ assortment, judgement }} />}
        <TotalAloud {...{ assortment, window, judgement }} />
        {props.mayFill && <SideDetails {...props} />}
      </Suspense>
      <div className="side-action">
        <Suspense>
          <SendNotice step={step} onTakeBack={props.onTakeBack} />
        </Suspense>
        {isWrong && (
          <p className="side-wrong">
            <span className="only-wide">
              {t(texts.wrongNames, {
                count: wrongNames.length,
                names: wrongNames.slice(0, 3).join(language === 'zh' ? '、' : ', '),
              })}
            </span>
            <span className="only-phone">{t(texts.wrongLines, { count: wrongNames.length })}</span>
          </p>
        )}
        {!isWrong && wholeSentences.length > 0 && (
          <p className="side-wrong only-wide">{wholeSentences.join(' ')}</p>
        )}
        {isWrong ? (
          <button type="button" className="button" onClick={onNextWrong}>
            <span className="only-wide">{t(texts.goThere)}</span>
            <span className="only-phone">{t(texts.nextWrong)}</span>
          </button>
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
      <Suspense>
        <SideFoot saving={saving} />
      </Suspense>
    </aside>
  )
}

function submitText(step: Submission['step'], isChange: boolean) {
  if (step === 'unanswered') return pageTexts.tryAgain
  if (step === 'busy') return texts.busy
  if (step === 'sending' || step === 'done') return texts.sending
  return isChange ? texts.submitChange : texts.submit
}
