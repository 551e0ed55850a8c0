import type { Actor } from '#platform/actor'
import { allGroups, type FieldGroup, groupsOfMembers, groupsOfRoles } from '#shared/customer-cuts'
import { isWithinUnit, type UnitPath } from '#shared/unit-path'

/** Which groups of a customer's fields an actor sees, by the roles that reach the customer's unit. */
export function groupsSeenBy(actor: Actor, unitPath: UnitPath): ReadonlySet<FieldGroup> {
  if (actor.kind === 'client' || actor.kind === 'system') return allGroups
  if (actor.kind === 'member') return groupsOfMembers
  if (actor.kind !== 'staff') return new Set()
  const reaching = actor.grants.filter((grant) => isWithinUnit(unitPath, grant.unitPath))
  return groupsOfRoles(reaching.map(({ role }) => role))
}
