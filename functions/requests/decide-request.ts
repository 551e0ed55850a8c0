import { type CustomerState, planEdit, storedCustomer } from '#accounts'
import { contactWrites, forgetUnused, storedContact, storedPeople } from '#identity'
import { type Actor, markOf } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId, RequestId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { DecideRequest } from '#shared/requests'
import { mayFollow } from './request-states.ts'
import { decisionWrites, type RequestRecord, requestKey, storedRequest } from './request-store.ts'

type Named = { customerId: CustomerId; requestId: RequestId }

/** Approves or refuses a request. An approval makes the change in the same transaction, from the version of the customer
 * that was looked at. Throws `requests.request_not_found`, `requests.already_decided`, `request.changed_meanwhile`. */
export function decideRequest(
  world: World,
  actor: Actor,
  { decision, reason, customerVersion, ...named }: DecideRequest & Named,
): Promise<RequestRecord> {
  return end(world, actor, named, { state: decision, reason, customerVersion })
}

/** Takes a request back; throws `requests.request_not_found`, `requests.already_decided`. */
export function withdrawRequest(world: World, actor: Actor, named: Named): Promise<RequestRecord> {
  return end(world, actor, named, { state: 'withdrawn' })
}

type End = { state: 'approved' | 'refused' | 'withdrawn'; reason?: string; customerVersion?: number }

/** An order of the same customer that comes in between is no conflict with its master data. */
function end(world: World, actor: Actor, named: Named, ended: End): Promise<RequestRecord> {
  return tryAgain(() => endOnce(world, actor, named, ended))
}

async function endOnce(
  world: World,
  actor: Actor,
  { customerId, requestId }: Named,
  { state, reason, customerVersion }: End,
): Promise<RequestRecord> {
  // The customer is read first: when it shows what an approval changed, the request shows the approval.
  const customer = await storedCustomer(world.table, customerId, { isStrong: true })
  const before = await storedRequest(world.table, customerId, requestId)
  if (!before || !customer) throw new Problem('requests.request_not_found')
  if (!mayFollow(before.state, state)) throw new Problem('requests.already_decided', { state: before.state })
  const decided = { decidedBy: markOf(actor).id, decidedAt: world.clock.now(), reason }
  const after: RequestRecord = { ...before, state, ...decided }
  const follows =
    state === 'approved'
      ? await approvedWrites(world, actor, before, customer, customerVersion)
      : await unusedWrites(world, before)
  const event = recordChange(world, actor, {
    type: `request.${state}`,
    subject: requestKey(before),
    about: { customerId, requestId, askedBy: before.askedBy },
    change: {
      kind: before.wanted.kind,
      state: { from: before.state, to: state },
      reason,
      version: { from: 1, to: 2 },
    },
  })
  await world.table.commit([...decisionWrites(after), ...follows, event], event)
  return after
}

async function approvedWrites(
  world: World,
  actor: Actor,
  { customerId, wanted, requestId }: RequestRecord,
  state: CustomerState,
  customerVersion: number | undefined,
): Promise<readonly Write[]> {
  const current = state.customer.version ?? 0
  if (current !== customerVersion) throw new Problem('request.changed_meanwhile', { current })
  if (wanted.kind === 'contact') {
    const person = (await storedPeople(world.table, [wanted.personId])).get(wanted.personId)
    if (!person || person.erasedAt) throw new Problem('identity.person_not_found')
    const before = await storedContact(world.table, wanted.personId, customerId)
    return contactWrites(world, actor, { ...wanted, customerId }, before)
  }
  const customer = wanted.kind === 'addresses' ? { addresses: wanted.addresses } : { licence: wanted.licence }
  return planEdit(world, state, { type: 'customer.saved', customer }, { requestId }).writes(actor)
}

/** A person who came in with a request and whom nothing else knows is forgotten with it. */
async function unusedWrites(world: World, { wanted }: RequestRecord): Promise<readonly Write[]> {
  return wanted.kind === 'contact' ? forgetUnused(world, wanted.personId) : []
}
