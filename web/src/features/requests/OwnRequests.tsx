import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CustomerId } from '#shared/ids'
import type { ChangeRequest } from '#shared/requests'
import { requestTexts as texts } from '#shared/texts/requests'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { RequestFacts } from './RequestFacts.tsx'
import { RequestHistory } from './RequestHistory.tsx'
import { RequestState } from './RequestState.tsx'
import { newestFirst, requestsQuery, withdrawRequest } from './request-queries.ts'
import { WantedChange } from './WantedChange.tsx'

/** What a shop has asked for and what became of it, the newest first; an open request can be withdrawn. */
export function OwnRequests({ customerId }: { customerId: CustomerId }) {
  const { t } = useSay()
  const requests = useQuery(requestsQuery(customerId))
  const { data, error } = requests
  return (
    <section className="card">
      <h2>{t(texts.mine)}</h2>
      {error && <Trouble isPart error={error} onRetry={() => void requests.refetch()} />}
      {!data && !error && <Skeleton rows={1} />}
      {data?.items.length === 0 && <p className="text-soft">{t(texts.noneOfShop)}</p>}
      <ul className="request-list">
        {newestFirst(data?.items ?? []).map((request) => (
          <OwnRequest key={request.requestId} request={request} />
        ))}
      </ul>
    </section>
  )
}

function OwnRequest({ request }: { request: ChangeRequest }) {
  const { t } = useSay()
  const client = useQueryClient()
  const withdrawing = useMutation({
    mutationFn: () => withdrawRequest(request),
    onSettled: () => client.invalidateQueries({ queryKey: requestsQuery(request.customerId).queryKey }),
  })
  return (
    <li>
      <div className="row-head">
        <strong>{t(texts[request.kind])}</strong>
        <RequestState state={request.state} />
      </div>
      <RequestFacts request={request} />
      <WantedChange request={request} />
      {request.state === 'asked' && (
        <button
          type="button"
          className="quiet"
          aria-label={`${t(texts.withdraw)} ${t(texts[request.kind])}`}
          disabled={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          {t(texts.withdraw)}
        </button>
      )}
      <RequestHistory key={request.state} request={request} />
      <Refused error={withdrawing.error} className="mt-2" />
    </li>
  )
}
