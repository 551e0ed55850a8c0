import { accountKey, storedAccount } from '#accounts'
import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId, PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { checkOfAnotherOwner } from './change-member.ts'
import { contactGoneWrites, contactsOfPerson } from './contact-store.ts'
import { type Person, personChange, personKey, storedPerson } from './person-store.ts'
import { endSessions, sessionsOfPerson } from './session-store.ts'
import {
  lastStandingKey,
  membershipKey,
  membershipsOfPerson,
  staffKey,
  storedStaff,
} from './standing-store.ts'

/** Empties what a person is called and how they are reached, and ends all that they may do; what they did stays, by an
 * id that says nothing and is never given again. Doing it twice is once. Throws `identity.person_not_found`,
 * `identity.own_role`, and `identity.last_owner` while they are the only owner of a customer that may order: another
 * owner is named, or the customer put on hold, first. */
export async function erasePerson(world: World, actor: Actor, personId: PersonId): Promise<void> {
  const person = await storedPerson(world.table, personId)
  if (!person) throw new Problem('identity.person_not_found')
  if (person.erasedAt) return
  if (actor.kind === 'staff' && actor.personId === personId) throw new Problem('identity.own_role')
  const ended = await standingsEnded(world, personId)
  // A session keeps what the provider calls the person.
  await endSessions(world.table, personId, [...(await sessionsOfPerson(world.table, personId)).keys()])
  const record = {
    type: 'person.erased',
    subject: personKey(personId),
    about: { personId },
    change: { fields: ['name', 'phone', 'mail'] },
  } as const
  await commitChange(world, actor, record, [
    ...personChange(person, emptied(world, person)),
    ...ended,
    { delete: lastStandingKey(personId) },
  ])
}

/** The writes that empty a person who is neither member, staff nor contact; none for anyone else. */
export async function forgetUnused(world: World, personId: PersonId): Promise<Write[]> {
  const person = await storedPerson(world.table, personId)
  const isUnused = (await standingsEnded(world, personId)).length === 0
  if (!person || person.erasedAt || !isUnused) return []
  return personChange(person, emptied(world, person))
}

function emptied(world: World, { personId, language }: Person): Person {
  return { personId, language, name: '', erasedAt: world.clock.now() }
}

async function standingsEnded(world: World, personId: PersonId): Promise<Write[]> {
  const [memberships, contacts, staff] = await Promise.all([
    membershipsOfPerson(world.table, personId),
    contactsOfPerson(world.table, personId),
    storedStaff(world.table, personId),
  ])
  const owned = memberships.filter(({ role, isDisabled }) => role === 'owner' && !isDisabled)
  const checks = await Promise.all(owned.map(({ customerId }) => stillHeld(world, customerId, personId)))
  return [
    ...checks,
    ...memberships.map(
      ({ customerId, version }): Write => ({
        delete: membershipKey(personId, customerId),
        when: { equals: { version } },
        onRefused: changedMeanwhile,
      }),
    ),
    ...contacts.flatMap((contact) => contactGoneWrites(contact, world.clock.now())),
    ...(staff
      ? [
          {
            delete: staffKey(personId),
            when: { equals: { version: staff.version } },
            onRefused: changedMeanwhile,
          },
        ]
      : []),
  ]
}

async function stillHeld(world: World, customerId: CustomerId, personId: PersonId): Promise<Write> {
  const check = await checkOfAnotherOwner(world, customerId, personId)
  if (check) return check
  const account = await storedAccount(world.table, customerId)
  if (account?.holdReason === undefined) throw new Problem('identity.last_owner')
  const when = { equals: { holdReason: account.holdReason } }
  return { check: accountKey(customerId), when, onRefused: changedMeanwhile }
}

function changedMeanwhile(): Problem {
  return new Problem('accounts.changed_meanwhile')
}
