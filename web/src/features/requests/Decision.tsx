import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import type { ChangeRequest, DecideRequest } from '#shared/requests'
import { decidingTexts } from '#shared/texts/deciding'
import { formTexts } from '#shared/texts/forms'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { customerQuery } from '../accounts/account-queries.ts'
import { decideRequest, requestQuery } from './request-queries.ts'

/** Approves or refuses a request. When someone was quicker, or the customer has changed, what is there now is shown. */
export function Decision({ request }: { request: ChangeRequest }) {
  const { t } = useSay()
  const client = useQueryClient()
  const { queryKey } = requestQuery(request)
  const deciding = useMutation({
    mutationFn: (decision: Omit<DecideRequest, 'customerVersion'>) => decideRequest(request, decision),
    onSuccess: (decided) => {
      client.setQueryData(queryKey, decided)
      void client.invalidateQueries({ queryKey: customerQuery(request.customerId).queryKey })
      return client.invalidateQueries({ queryKey: ['contacts', request.customerId] })
    },
    onError: () => client.invalidateQueries({ queryKey }),
  })
  const onRefuse = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    deciding.mutate({ decision: 'refused', reason })
  }
  return (
    <>
      {deciding.error && <WhyNot error={deciding.error} />}
      {request.state === 'asked' && (
        <div className="decision">
          <button
            type="button"
            className="button"
            disabled={deciding.isPending}
            onClick={() => deciding.mutate({ decision: 'approved' })}
          >
            {t(decidingTexts.approve)}
          </button>
          <details>
            <summary className="quiet danger">{t(decidingTexts.refuse)}</summary>
            <form className="cards mt-2" onSubmit={onRefuse}>
              <label className="field">
                <span>{t(formTexts.reason)}</span>
                <input name="reason" required maxLength={300} />
                <span className="facts">{t(decidingTexts.refuseHint)}</span>
              </label>
              <button type="submit" className="quiet danger" disabled={deciding.isPending}>
                {t(decidingTexts.refuse)}
              </button>
            </form>
          </details>
        </div>
      )}
    </>
  )
}

function WhyNot({ error }: { error: unknown }) {
  const { t, language } = useSay()
  return (
    <p className="notice bad" role="alert">
      {error instanceof ApiProblem && error.code === 'requests.already_decided'
        ? t(decidingTexts.decidedMeanwhile)
        : error instanceof ApiProblem && error.status === 412
          ? t(decidingTexts.changedMeanwhile)
          : wordsOf(error, language)}
    </p>
  )
}
