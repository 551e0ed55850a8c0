// Who acts: a member for a customer, staff for the company, a machine, nobody yet, or the product itself.
import type { CustomerId, PersonId } from '#shared/ids'
import type { ClientScope, MemberRole, StaffRole } from '#shared/roles'
import type { UnitPath } from '#shared/unit-path'

export type Member = {
  kind: 'member'
  personId: PersonId
  customerId: CustomerId
  role: MemberRole
  sessionKey: string
}
export type Staff = {
  kind: 'staff'
  personId: PersonId
  grants: ReadonlyArray<{ role: StaffRole; unitPath: UnitPath }>
  sessionKey: string
}
export type Client = { kind: 'client'; clientId: string; scopes: readonly ClientScope[] }
export type System = { kind: 'system'; name: string }
export type Nobody = { kind: 'nobody' }
export type Actor = Member | Staff | Client | System | Nobody

/** Who acted, as events keep it: ids only. */
export type ActorMark = { kind: Actor['kind']; id: string }

/** The mark an actor leaves on a change. */
export function markOf(actor: Actor): ActorMark {
  if (actor.kind === 'member' || actor.kind === 'staff') return { kind: actor.kind, id: actor.personId }
  if (actor.kind === 'client') return { kind: 'client', id: actor.clientId }
  return { kind: actor.kind, id: actor.kind === 'system' ? actor.name : '-' }
}
