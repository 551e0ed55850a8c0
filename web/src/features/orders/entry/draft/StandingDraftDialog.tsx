import { type SubmitEvent, useState } from 'react'
import type { StandingDraft } from '#shared/drafts'
import { standingDraftTexts as texts } from '#shared/texts/standing-draft'
import { useSay } from '../../../../components/language-context.ts'
import { wordsOf } from '../../../../components/problem-words.ts'
import { saveStandingDraft } from '../../order-queries.ts'
import { SheetDialog } from '../SheetDialog.tsx'

type StandingDraftDialogProps = {
  draft: StandingDraft
  mayChange: boolean
  onChanged: () => void
  onClose: () => void
}

/** The owner's choice about the draft at the cut-off; others read it. */
export function StandingDraftDialog({ draft, mayChange, onChanged, onClose }: StandingDraftDialogProps) {
  const { t, language } = useSay()
  // Who opens this while it is off came to switch it on: one button is left to press.
  const [isOn, setOn] = useState(draft.isOn || mayChange)
  const [leavesOut, setLeavesOut] = useState(draft.version > 0 ? draft.leavesOut : true)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const onSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      await saveStandingDraft({ ...draft, isOn, leavesOut })
      onClose()
      onChanged()
    } catch (error) {
      setTrouble(error)
      setBusy(false)
    }
  }
  return (
    <SheetDialog heading={t(texts.title)} onClose={onClose}>
      <form className="cards" onSubmit={(event) => void onSubmit(event)}>
        <p>{t(texts.explain)}</p>
        <fieldset className="choices" disabled={!mayChange || isBusy}>
          <label className="choice">
            <input type="checkbox" checked={isOn} onChange={() => setOn(!isOn)} />
            <span>{t(texts.title)}</span>
          </label>
        </fieldset>
        {isOn && (
          <fieldset className="choices" disabled={!mayChange || isBusy}>
            <legend className="facts">{t(texts.whenRefused)}</legend>
            <label className="choice">
              <input type="radio" name="refused" checked={leavesOut} onChange={() => setLeavesOut(true)} />
              <span>{t(texts.leavesOut)}</span>
            </label>
            <label className="choice">
              <input type="radio" name="refused" checked={!leavesOut} onChange={() => setLeavesOut(false)} />
              <span>{t(texts.allOrNothing)}</span>
            </label>
          </fieldset>
        )}
        {trouble !== undefined && (
          <p className="notice bad" role="alert">
            {wordsOf(trouble, language)}
          </p>
        )}
        {mayChange ? (
          <div className="actions">
            <button type="submit" className="button" disabled={isBusy}>
              {t(texts.keep)}
            </button>
          </div>
        ) : (
          <p className="facts">{t(texts.ownerOnly)}</p>
        )}
      </form>
    </SheetDialog>
  )
}
