import type { BatchPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { formatWeekday } from '../../formats.ts'
import { kindTexts } from './batch-kinds.ts'

type BatchRowHeadProps = {
  batch: BatchPlan
  isGoing: boolean
  mayChange: boolean
  error: string | undefined
  onRename: () => void
  onGo: (isGoing: boolean) => void
}

/** The name of a batch, what can be done to it, and why it was refused. */
export function BatchRowHead({ batch, isGoing, mayChange, error, onRename, onGo }: BatchRowHeadProps) {
  const { t, language } = useSay()
  const name = batch.name[language] || batch.batch
  return (
    <th scope="row">
      {isGoing ? <s>{name}</s> : name}
      <span className="facts block">
        {[t(kindTexts[batch.kind]), batch.weekday && formatWeekday(batch.weekday, language)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {isGoing && <span className="facts is-attention block">{t(texts.goes)}</span>}
      {mayChange && (
        <span className="row-deeds">
          {!isGoing && (
            <button
              type="button"
              className="link"
              aria-label={`${t(texts.rename)} ${name}`}
              onClick={onRename}
            >
              {t(texts.rename)}
            </button>
          )}
          <button
            type="button"
            className="link"
            aria-label={`${t(isGoing ? texts.stays : texts.remove)} ${name}`}
            onClick={() => onGo(!isGoing)}
          >
            {t(isGoing ? texts.stays : texts.remove)}
          </button>
        </span>
      )}
      {error && <span className="is-refused block max-w-80 font-normal">{error}</span>}
    </th>
  )
}
