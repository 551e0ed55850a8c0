import { customersWithIds } from '#accounts'
import type { Actor, Member, Staff } from '#platform/actor'
import type { World } from '#platform/world'
import type { SignedIn, SignedInList } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { instantOf, millisecondsOf } from '#shared/time'
import { isOver, isProven } from './session-rules.ts'
import { endSessions, idOfSession, type Session, sessionsOfPerson } from './session-store.ts'
import { membershipsOfPerson, storedStaff } from './standing-store.ts'

type Open = { key: string; session: Session }

/** Where the actor is signed in, the session used last first; throws `identity.not_allowed` for machines. */
export async function listSessions(world: World, actor: Actor): Promise<SignedInList> {
  const { personId, sessionKey } = personOf(actor)
  const open = await openSessions(world, personId)
  const own = open.find(({ key }) => key === sessionKey)
  const customers = await customersWithIds(
    world.table,
    open.flatMap(({ session: { customerId } }) => (customerId ? [customerId] : [])),
  )
  const names = new Map(customers.map((customer) => [customer?.customerId, customer?.name]))
  const items = open.map(({ key, session }) => ({
    ...viewOf(key, session),
    customerName: names.get(session.customerId),
    isThis: key === sessionKey,
  }))
  return { items, isProven: own !== undefined && isProven(own.session, nowSecondsOf(world)) }
}

/** Ends the actor's session of this id, or all of theirs but the one that asks; answers how many there were. One that is over
 * already is none. Throws `identity.prove_again` when the provider has not asked lately who it is. */
export async function endOtherSessions(world: World, actor: Actor, id?: string): Promise<number> {
  const { personId, sessionKey } = personOf(actor)
  const known = await sessionsOfPerson(world.table, personId)
  const own = known.get(sessionKey)
  if (!own || !isProven(own, nowSecondsOf(world))) throw new Problem('identity.prove_again')
  const others = [...known.keys()].filter((key) => key !== sessionKey && (!id || idOfSession(key) === id))
  await endSessions(world.table, personId, others)
  world.log.info('sessions ended', { personId, count: others.length })
  return others.length
}

function personOf(actor: Actor): Member | Staff {
  if (actor.kind === 'member' || actor.kind === 'staff') return actor
  throw new Problem('identity.not_allowed')
}

async function openSessions(world: World, personId: PersonId): Promise<Open[]> {
  const [sessions, memberships, staff] = await Promise.all([
    sessionsOfPerson(world.table, personId),
    membershipsOfPerson(world.table, personId),
    storedStaff(world.table, personId),
  ])
  const isOpen = (session: Session) => {
    const { customerId, standing } = session
    const held = customerId ? memberships.find((each) => each.customerId === customerId) : staff
    const isHeld = held?.version === standing && !held.isDisabled
    return isHeld && !isOver(session, !customerId, nowSecondsOf(world))
  }
  return [...sessions]
    .map(([key, session]) => ({ key, session }))
    .filter(({ session }) => isOpen(session))
    .sort((one, other) => (other.session.seenAt ?? 0) - (one.session.seenAt ?? 0))
}

function viewOf(key: string, { device, beganAt, seenAt }: Session): Omit<SignedIn, 'isThis'> {
  return {
    id: idOfSession(key),
    device: device ?? { browser: 'other', system: 'other' },
    beganAt: beganAt === undefined ? undefined : instantOf(beganAt * 1000),
    seenAt: seenAt === undefined ? undefined : instantOf(seenAt * 1000),
  }
}

function nowSecondsOf(world: World): number {
  return Math.floor(millisecondsOf(world.clock.now()) / 1000)
}
