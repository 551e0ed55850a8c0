import { useState } from 'react'
import type { CustomerId } from '#shared/ids'
import { standingDraftTexts as texts } from '#shared/texts/standing-draft'
import { useSay } from '../../../../components/language-context.ts'
import { useAnswer } from '../../../../components/use-answer.ts'
import { readStandingDraft } from '../../order-queries.ts'
import { StandingDraftDialog } from './StandingDraftDialog.tsx'

type StandingDraftLineProps = { customerId: CustomerId; mayChange: boolean }

/** Whether the draft is placed by itself at the cut-off, and the way to change that. Without an answer it says nothing. */
export function StandingDraftLine({ customerId, mayChange }: StandingDraftLineProps) {
  const { t } = useSay()
  const { data, again } = useAnswer(customerId, () => readStandingDraft(customerId))
  const [isOpen, setOpen] = useState(false)
  if (!data) return <p className="standing-draft" />
  const action = data.isOn ? texts.change : texts.switchOn
  return (
    <>
      <p className={`standing-draft ${data.isOn ? 'is-on' : ''}`}>
        <span>{t(data.isOn ? texts.isOn : texts.isOff)}</span>
        <button type="button" onClick={() => setOpen(true)}>
          {t(mayChange ? action : texts.see)}
        </button>
      </p>
      {isOpen && (
        <StandingDraftDialog
          key={data.version}
          draft={data}
          mayChange={mayChange}
          onChanged={again}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
