import { lazy, Suspense } from 'react'
import { formatMoney } from '#shared/money'
import { orderEntryTexts as texts } from '#shared/texts/order-entry'
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
const SideOver = lazy(async () => ({ default: (await notes()).SideOver }))
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
  onNextWrong: () => void
}

/** The running total, the time left and the one main action: a bar on the phone, a column beside it. */
export function SheetSide(props: SheetSideProps) {
  const { assortment, window, judgement, wrongNames, wholeSentences, saving, step, onSubmit, onNextWrong } =
    props
  const { t, language } = useSay()
  const { currency } = assortment.company
  const isWrong = wrongNames.length > 0
  const isSending = step === 'sending' || step === 'busy'
  if (judgement.phase === 'over' && window)
    return (
      <Suspense>
        <SideOver {...{ assortment, window, judgement }} isChange={props.isChange} />
      </Suspense>
    )
  return (
    <aside className="side no-print">
      {window && <Countdown window={window} isBefore={judgement.phase === 'before'} />}
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
            disabled={!props.maySubmit || isSending}
            onClick={onSubmit}
          >
            {props.submitLabel ?? t(submitText(step, props.isChange))}
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
  if (step === 'busy') return texts.busy
  if (step === 'sending' || step === 'done') return texts.sending
  return isChange ? texts.submitChange : texts.submit
}
