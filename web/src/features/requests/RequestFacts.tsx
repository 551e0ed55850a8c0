import type { ChangeRequest } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { useFullMoment } from '../accounts/use-full-moment.ts'

/** Who asked when, when it was decided, and the reason of a refusal. */
export function RequestFacts({ request }: { request: ChangeRequest }) {
  const { t } = useSay()
  const time = useFullMoment()
  const { askedBy, askedAt, decidedBy, decidedAt, reason } = request
  return (
    <>
      <p className="facts">
        {t(texts.askedAt, { name: askedBy || '…', time: time(askedAt) })}
        {decidedAt &&
          ` · ${t(decidedBy ? texts.decidedBy : texts.decidedAt, { name: decidedBy, time: time(decidedAt) })}`}
      </p>
      {reason && <p className="is-refused">{t(texts.because, { reason })}</p>}
    </>
  )
}
