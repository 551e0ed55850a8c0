import { approvalKey, storedApproval } from '#approvals'
import { storedObjection } from '#objections'
import { subjectOfOrder } from '#orders'
import { fieldChanges } from '#platform/audit/plan-change'
import { type Event, eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { requestKey, storedRequest } from '#requests'
import { isFieldChange } from '#shared/history'
import { type ApprovalId, bareId, type CustomerId, type OrderId, type RequestId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { Wanted } from '#shared/requests'
import type { Told } from './tell-master-data.ts'

/** What someone asked for and someone else decided: a request, an approval, the objections to an order. */
export type DecisionNamed =
  | { request: RequestId; of: CustomerId }
  | { approval: ApprovalId; of: CustomerId }
  | { objectionTo: OrderId }

/** Throws `requests.request_not_found`, `approvals.not_found`, `objections.not_found`. */
export function toldOfDecision(world: World, named: DecisionNamed): Promise<Told> {
  if ('request' in named) return toldOfRequest(world, named.of, named.request)
  return 'approval' in named
    ? toldOfApproval(world, named.of, named.approval)
    : toldOfObjections(world, named.objectionTo)
}

async function toldOfRequest(world: World, customerId: CustomerId, requestId: RequestId): Promise<Told> {
  const [request, events] = await Promise.all([
    storedRequest(world.table, customerId, requestId),
    eventsOf(world.table, requestKey({ customerId, requestId })),
  ])
  if (!request) throw new Problem('requests.request_not_found')
  const { state, reason, wanted } = request
  const asked = askedFields(wanted)
  return {
    current: { state, reason, ...asked, version: versionIn(state) },
    events: withAsked(events, 'request.asked', asked),
  }
}

// Who a contact is lies with the person alone.
function askedFields(wanted: Wanted): Record<string, unknown> {
  const { kind } = wanted
  if (kind === 'addresses') return { kind, addresses: wanted.addresses }
  if (kind === 'licence') return { kind, licence: wanted.licence }
  return { kind, title: wanted.title, receivesDeliveries: wanted.receivesDeliveries }
}

async function toldOfApproval(world: World, customerId: CustomerId, approvalId: ApprovalId): Promise<Told> {
  const [approval, events] = await Promise.all([
    storedApproval(world.table, customerId, approvalId),
    eventsOf(world.table, approvalKey({ customerId, approvalId })),
  ])
  if (!approval) throw new Problem('approvals.not_found')
  const { state, reason, orderId, lines, total, wish } = approval
  const ofLines = lines.map(({ productId, quantity, note }) => [
    `line ${bareId(productId)}`,
    { quantity, note },
  ])
  const asked = { total, note: wish.note, message: wish.message, ...Object.fromEntries(ofLines) }
  return {
    current: { state, reason, orderId, ...asked, version: versionIn(state) },
    events: withAsked(events, 'approval.asked', asked),
  }
}

/** What was asked is decided once. */
function versionIn(state: string): number {
  return state === 'asked' ? 1 : 2
}

/** Events that say as fields what was asked, and what was said of it; both stand in the record and never change. */
function withAsked(events: readonly Event[], first: string, asked: Record<string, unknown>): Event[] {
  return events.map((event) => {
    const { reason, orderId, ...change } = event.change
    const said = event.type === first ? asked : { reason, orderId }
    return { ...event, change: { ...change, ...fieldChanges({}, said) } }
  })
}

/** Every objection to an order, one after another: a new one takes the place of one that was settled. */
async function toldOfObjections(world: World, orderId: OrderId): Promise<Told> {
  const [objection, events] = await Promise.all([
    storedObjection(world.table, orderId),
    eventsOf(world.table, subjectOfOrder(orderId)),
  ])
  if (!objection) throw new Problem('objections.not_found')
  const { state, reason, answer } = objection
  const told = objectionEvents(events)
  return { current: { state, reason, answer, version: told.length }, events: told }
}

function objectionEvents(events: readonly Event[]): Event[] {
  let before: Record<string, unknown> = {}
  const told = events.filter(({ type }) => type === 'order.objected' || type === 'order.objection_settled')
  return told.map((event, at) => {
    const { reason, answer, state } = event.change
    const settled = { ...before, state: isFieldChange(state) ? state.to : state, answer }
    const after = event.type === 'order.objected' ? { state: 'raised', reason } : settled
    const change = { ...fieldChanges(before, after), version: { from: at, to: at + 1 } }
    before = after
    return { ...event, change }
  })
}
