import { getCompany, storedCustomer } from '#accounts'
import type { World } from '#platform/world'
import type { Obligation, Obliged } from '#shared/obligations'
import { addDays, addSeconds, businessDateOf, instantAt } from '#shared/time'
import { type RequestRecord, storedRequests } from './request-store.ts'

/** So long a refusal is something to act on; afterwards it is history. */
const REFUSAL_DAYS = 14
/** The renewal of a licence takes weeks. */
const LICENCE_DAYS = 60
const DAY_SECONDS = 86_400

/** What an owner has to do about the shop's record: ask again after a refusal, renew a licence that runs out. */
export async function obligationsOfRequests(
  world: World,
  { customerId, role }: Obliged,
): Promise<Obligation[]> {
  if (role !== 'owner') return []
  const [state, requests, { timeZone }] = await Promise.all([
    storedCustomer(world.table, customerId),
    storedRequests(world.table, customerId),
    getCompany(world),
  ])
  const now = world.clock.now()
  const newest = newestOfKinds(requests)
  const since = addSeconds(now, -REFUSAL_DAYS * DAY_SECONDS)
  const refused = [...newest.values()].filter(
    (request) => request.state === 'refused' && (request.decidedAt ?? '') > since,
  )
  const expiresOn = state?.customer.licence.expiresOn
  const today = businessDateOf(now, timeZone)
  const isAsked = newest.get('licence')?.state === 'asked'
  const isDue = expiresOn !== undefined && !isAsked && expiresOn <= addDays(today, LICENCE_DAYS)
  return [
    ...refused.map(refusedRequest),
    ...(isDue
      ? [
          {
            kind: 'licence' as const,
            id: expiresOn,
            // It holds through its last day.
            dueAt: instantAt(addDays(expiresOn, 1), '00:00', timeZone),
            facts: { expiresOn, isOver: expiresOn < today },
            to: 'me/change/?kind=licence',
          },
        ]
      : []),
  ]
}

function refusedRequest({ requestId, wanted, reason = '' }: RequestRecord): Obligation {
  const { kind } = wanted
  return {
    kind: 'request-refused',
    id: requestId,
    facts: { requestKind: kind, reason },
    to: `me/change/?kind=${kind}`,
  }
}

/** The newest request of each kind: only that one can still matter. */
function newestOfKinds(requests: readonly RequestRecord[]): Map<string, RequestRecord> {
  const inOrder = requests.toSorted((left, right) => (left.askedAt < right.askedAt ? -1 : 1))
  return new Map(inOrder.map((request) => [request.wanted.kind, request]))
}
