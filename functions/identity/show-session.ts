import { customersWithIds } from '#accounts'
import type { Actor, Member, Staff } from '#platform/actor'
import type { World } from '#platform/world'
import type { Membership, SessionView } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { deedsOf } from '#shared/rights'
import { millisecondsOf } from '#shared/time'
import { storedPeople } from './person-store.ts'
import { isToBeNoted } from './session-rules.ts'
import { noteSeen } from './session-store.ts'
import { membershipsOfPerson, storedStaff } from './standing-store.ts'

/** Who is signed in, for whom they act, and for whom they could. */
export async function showSession(world: World, actor: Actor): Promise<SessionView> {
  if (actor.kind === 'client') {
    return {
      kind: 'client',
      name: actor.clientId,
      isStaff: false,
      grants: [],
      deeds: [],
      scopes: [...actor.scopes],
      memberships: [],
    }
  }
  if (actor.kind !== 'member' && actor.kind !== 'staff') throw new Problem('identity.not_signed_in')
  const { personId } = actor
  const [people, memberships, staff] = await Promise.all([
    storedPeople(world.table, [personId]),
    listMemberships(world, personId),
    storedStaff(world.table, personId),
    noteUse(world, actor),
  ])
  const name = people.get(personId)?.name ?? ''
  const isStaff = staff !== undefined && !staff.isDisabled
  const standing = standingOf(actor)
  return { ...standing, name, isStaff, deeds: deedsOf(standing), scopes: [], memberships }
}

/** Every page asks this once, so it is where a use is noted; placing and the like never write it. */
async function noteUse(world: World, actor: Member | Staff): Promise<void> {
  const nowSeconds = Math.floor(millisecondsOf(world.clock.now()) / 1000)
  if (isToBeNoted(actor, nowSeconds)) await noteSeen(world.table, actor.sessionKey, nowSeconds)
}

function standingOf(
  actor: Member | Staff,
): Pick<SessionView, 'kind' | 'personId' | 'actingFor' | 'role' | 'grants'> {
  return actor.kind === 'member'
    ? { kind: 'member', personId: actor.personId, actingFor: actor.customerId, role: actor.role, grants: [] }
    : { kind: 'staff', personId: actor.personId, grants: [...actor.grants] }
}

async function listMemberships(world: World, personId: PersonId): Promise<Membership[]> {
  const records = (await membershipsOfPerson(world.table, personId)).filter((record) => !record.isDisabled)
  const customers = await customersWithIds(
    world.table,
    records.map(({ customerId }) => customerId),
  )
  return records.map(({ customerId, role }, at) => ({
    customerId,
    role,
    customerName: customers[at]?.name ?? { zh: '', en: '' },
  }))
}
