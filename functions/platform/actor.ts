// Who acts: a member for a customer, staff for the company, a machine, nobody yet, or the product itself.
import { type CustomerId, type ImportId, isId, type PersonId } from '#shared/ids'
import type { ClientScope, MemberRole, StaffRole } from '#shared/roles'
import type { UnitPath } from '#shared/unit-path'

export type Member = {
  kind: 'member'
  personId: PersonId
  customerId: CustomerId
  role: MemberRole
  sessionKey: string
  /** When the session was last noted as used, in epoch seconds. */
  seenAt?: number
  /** Where the request came from; compared, never kept. */
  address?: string
}
export type Staff = {
  kind: 'staff'
  personId: PersonId
  grants: ReadonlyArray<{ role: StaffRole; unitPath: UnitPath }>
  sessionKey: string
  seenAt?: number
}
export type Client = { kind: 'client'; clientId: string; scopes: readonly ClientScope[] }
/** The product itself; `acts` says for whom, and by which file, where someone asked it to. */
export type System = { kind: 'system'; name: string; acts?: { by: ActorMark; via: ImportId } }
export type Nobody = { kind: 'nobody' }
export type Actor = Member | Staff | Client | System | Nobody

/** Who acted, as events keep it: ids only. */
export type ActorMark = { kind: Actor['kind']; id: string }

/** The mark an actor leaves on a change. */
export function markOf(actor: Actor): ActorMark {
  if (actor.kind === 'member' || actor.kind === 'staff') return { kind: actor.kind, id: actor.personId }
  if (actor.kind === 'client') return { kind: 'client', id: actor.clientId }
  if (actor.kind === 'nobody') return { kind: 'nobody', id: '-' }
  return actor.acts?.by ?? { kind: 'system', id: actor.name }
}

/** Whom a mark names, with no rights of its own: for work that was judged when it was begun. */
export function actorOfMark({ kind, id }: ActorMark): Actor {
  if (kind === 'staff' && isId('person', id))
    return { kind: 'staff', personId: id, grants: [], sessionKey: '' }
  return kind === 'client' ? { kind: 'client', clientId: id, scopes: [] } : { kind: 'system', name: id }
}
