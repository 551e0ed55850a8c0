import { cookieName } from '#platform/http/authenticate'
import type { RouteRights } from '#platform/http/route-rights'
import type { PersonId } from '#shared/ids'
import {
  type ClientScope,
  clientScopes,
  type MemberRole,
  memberRoles,
  type StaffRole,
  staffRoles,
} from '#shared/roles'
import { isWithinUnit, type UnitPath } from '#shared/unit-path'
import { aSession } from '../support/builders.ts'
import { FOREIGN_UNIT, OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'
import { tokenOf } from './trusted-tokens.ts'

export type Actor =
  | { kind: 'nobody' }
  | { kind: 'member'; role: MemberRole }
  | { kind: 'staff'; role: StaffRole; unitPath: UnitPath }
  | { kind: 'client'; scope: ClientScope }

/** One of each kind; staff at the unit itself, above it, at the root, and elsewhere. */
export const actors: Actor[] = [
  { kind: 'nobody' },
  ...memberRoles.map((role) => ({ kind: 'member' as const, role })),
  ...staffRoles.flatMap((role) =>
    ['hq', OWN_UNIT, FOREIGN_UNIT].map((unitPath) => ({ kind: 'staff' as const, role, unitPath })),
  ),
  ...clientScopes.map((scope) => ({ kind: 'client' as const, scope })),
]

export function nameOf(actor: Actor): string {
  if (actor.kind === 'nobody') return 'nobody'
  if (actor.kind === 'client') return `client ${actor.scope}`
  return actor.kind === 'member' ? `member ${actor.role}` : `staff ${actor.role} at ${actor.unitPath}`
}

/** As whom events and jobs know an actor. */
export async function idOfActor(stage: Stage, actor: Actor): Promise<string> {
  if (actor.kind === 'member' || actor.kind === 'staff') return personOf(stage, actor)
  return actor.kind === 'client' ? 'machine' : '-'
}

function personOf(stage: Stage, actor: Extract<Actor, { kind: 'member' | 'staff' }>): Promise<PersonId> {
  if (actor.kind === 'staff') return stage.staffWith(actor.role, actor.unitPath)
  return stage.memberOf(stage.customers.own, actor.role)
}

/** What the request of an actor carries. */
export async function credentialsOf(
  stage: Stage,
  actor: Actor,
): Promise<{ cookie?: string; headers?: Record<string, string> }> {
  const { world } = stage
  if (actor.kind === 'nobody') return {}
  if (actor.kind === 'client') return { headers: { authorization: `Bearer ${tokenOf(actor.scope)}` } }
  const customerId = actor.kind === 'member' ? stage.customers.own : undefined
  const session = await aSession(world, await personOf(stage, actor), customerId)
  return { cookie: session.replace(/^session/, cookieName(world.config, 'session')) }
}

const jobsOfTheAsker = new Set([
  '/exports/{jobId}',
  '/cycles/{cycleId}/shops-waited-for/reminder-runs/{jobId}',
])

/** Whether the declaration lets this actor do it to the object of this side: judged here once more, from product.md
 * (a member's own customer, staff within their subtrees, machines by scope), not by the code under test. */
export function isAllowed({ rights, path, method }: RouteRights, actor: Actor, side: Side): boolean {
  if (rights === 'public') return true
  if (actor.kind === 'nobody') return false
  if (rights === 'signed-in') return actor.kind !== 'client' || (method !== 'PUT' && path === '/session')
  const { scope } = rights
  if (actor.kind === 'client') return rights.client?.includes(actor.scope) ?? false
  if (actor.kind === 'member') return (rights.member?.includes(actor.role) ?? false) && side === 'own'
  if (!rights.staff?.includes(actor.role)) return false
  if (jobsOfTheAsker.has(path)) return true
  if ('company' in scope) return scope.fromRoot ? actor.unitPath === 'hq' : true
  return isWithinUnit(side === 'own' ? OWN_UNIT : SIBLING_UNIT, actor.unitPath)
}
