import { useQuery } from '@tanstack/react-query'
import type { ChangeRequest } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { formatFullMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'

/** Who asked when, when it was decided, and the reason of a refusal. */
export function RequestFacts({ request }: { request: ChangeRequest }) {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const { askedBy, askedAt, decidedAt, reason } = request
  const time = (instant: string) => (company ? formatFullMoment(instant, company.timeZone, language) : '…')
  return (
    <>
      <p className="facts">
        {t(texts.askedAt, { name: askedBy || '…', time: time(askedAt) })}
        {decidedAt && ` · ${t(texts.decidedAt, { time: time(decidedAt) })}`}
      </p>
      {reason && <p className="is-refused">{t(texts.because, { reason })}</p>}
    </>
  )
}
