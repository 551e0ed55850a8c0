import { useQueryClient } from '@tanstack/react-query'
import type { Oddity } from '#shared/oddities'
import { oddityStates } from '#shared/oddity-kinds'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { reviewOddity } from './oddity-queries.ts'

/** Notes what someone found who looked. */
export function ReviewButton({ oddity }: { oddity: Oddity }) {
  const { t, language } = useSay()
  const queries = useQueryClient()
  const noting = useDeed(
    (data) => {
      const state = oddityStates.find((each) => each === data.get('state')) ?? 'fine'
      return reviewOddity(oddity, { state, note: String(data.get('note')).trim() })
    },
    () => {
      void queries.invalidateQueries({ queryKey: ['oddities'] })
      void queries.invalidateQueries({ queryKey: ['oddity-counts'] })
    },
  )
  const { review, customerName } = oddity
  const shop = customerName[language]
  return (
    <div className="actions">
      <button
        type="button"
        className="quiet"
        aria-label={`${t(review ? texts.lookAgain : texts.look)} ${shop}`}
        onClick={noting.open}
      >
        {t(review ? texts.lookAgain : texts.look)}
      </button>
      <AskDialog {...noting.asked} heading={t(texts.lookTitle, { shop })} action={t(texts.keep)}>
        <fieldset className="choices">
          <legend className="sr-only">{t(texts.state)}</legend>
          {oddityStates.map((state) => (
            <label key={state} className="choice">
              <input
                type="radio"
                name="state"
                value={state}
                required
                defaultChecked={review?.state === state}
              />
              {t(texts[state])}
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>{t(texts.note)}</span>
          <textarea
            className="text-box"
            name="note"
            rows={3}
            maxLength={500}
            required
            placeholder={t(texts.noteHint)}
            defaultValue={review?.note}
          />
        </label>
      </AskDialog>
    </div>
  )
}
