import * as z from 'zod'
import type { Actor } from '#platform/actor'
import type { Job } from '#platform/jobs/job-store'
import { StaffGrant } from '#shared/identity'
import { isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { StaffRole } from '#shared/roles'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'

/** The grants of staff as a job keeps them: an export shows what its asker saw when it was begun. */
export function grantsInput(actor: Actor): Record<string, string> {
  return actor.kind === 'staff' ? { grants: JSON.stringify(actor.grants) } : {}
}

/** Who asked for an export, with the rights of then. */
export function actorOf({ by, input }: Pick<Job, 'by' | 'input'>): Actor {
  if (by.kind === 'staff' && isId('person', by.id)) {
    const grants = z.array(StaffGrant).parse(JSON.parse(input.grants ?? '[]'))
    return { kind: 'staff', personId: by.id, grants, sessionKey: '' }
  }
  const { customerId } = input
  if (by.kind === 'member' && isId('person', by.id) && isId('customer', customerId))
    return { kind: 'member', personId: by.id, customerId, role: 'read-only', sessionKey: '' }
  return by.kind === 'client' ? { kind: 'client', clientId: by.id, scopes: [] } : { kind: 'nobody' }
}

/** Where within the asked subtrees an actor has one of these roles; throws `identity.not_allowed` when nowhere. */
export function subtreesAs(
  actor: Actor,
  roles: readonly StaffRole[],
  asked: readonly UnitPath[],
): UnitPath[] {
  const own = actor.kind === 'staff' ? actor.grants.filter(({ role }) => roles.includes(role)) : []
  const reached = own.map(({ unitPath }) => unitPath)
  const inner = asked.filter((path) => isWithinUnits(path, reached))
  const outer = reached.filter((path) => !inner.includes(path) && isWithinUnits(path, asked))
  if (inner.length + outer.length === 0) throw new Problem('identity.not_allowed')
  return [...new Set([...inner, ...outer])]
}
