import type { MouseEvent } from 'react'
import { orderNoticeTexts as texts } from '#shared/texts/order-notices'
import { useSay } from '../../../../components/language-context.ts'
import type { Submission } from './use-submission.ts'

type SendNoticeProps = {
  step: Submission['step']
  /** An order that never left is not to be sent after all. */
  onTakeBack: () => void
}

/** What became of an order that is not answered yet, beside the button that sent it. */
export function SendNotice({ step, onTakeBack }: SendNoticeProps) {
  const { t } = useSay()
  if (step === 'unanswered') {
    return (
      <p className="notice bad send-notice" role="alert">
        {t(texts.unanswered)}
      </p>
    )
  }
  if (step !== 'queued') return null
  const takeBack = (event: MouseEvent) => {
    event.currentTarget.closest('.side-action')?.querySelector<HTMLElement>('.button')?.focus()
    onTakeBack()
  }
  return (
    <p className="notice send-notice" role="alert">
      {t(texts.queued)}{' '}
      <button type="button" onClick={takeBack}>
        {t(texts.takeItBack)}
      </button>
    </p>
  )
}
