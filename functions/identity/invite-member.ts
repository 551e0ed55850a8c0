import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { InviteMember, Member } from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { countedInvitation } from './invitation-store.ts'
import { storedPeople } from './person-store.ts'
import { peopleWithAddresses, personWithAddress } from './save-person.ts'
import {
  type MembershipRecord,
  membershipKey,
  membershipWrite,
  storedMembership,
  storedMemberships,
} from './standing-store.ts'

/** Who shall act for which customer; told nothing when it `isQuiet`. */
export type Invitation = InviteMember & { customerId: CustomerId; isQuiet?: boolean }

/** Lets a person act for a customer, and has them told. Inviting the same person again answers the member there is;
 * throws `identity.already_member` when that one has another role, and
 * `identity.too_many_invitations`. */
export async function inviteMember(world: World, actor: Actor, input: Invitation): Promise<Member> {
  const { customerId, role } = input
  const found = await personWithAddress(world, input)
  const before = await storedMembership(world.table, found.personId, customerId)
  if (before && before.role !== role && !input.isQuiet) throw new Problem('identity.already_member')
  if (!before) {
    const writes = membershipWrites(world, input, found)(actor)
    await world.table.commit([...countedInvitation(world, actor, customerId), ...writes], writes.at(-1))
  }
  const person = (await storedPeople(world.table, [found.personId])).get(found.personId)
  return memberView(before ?? newMember(found, input), person)
}

/** What inviting many would write, in their order, each with its event last; nothing for who is a member already. */
export async function planMembers(
  world: World,
  invitations: readonly Invitation[],
): Promise<Array<(actor: Actor) => readonly Write[]>> {
  const people = await peopleWithAddresses(world, invitations)
  const named = invitations.flatMap(({ customerId }, at) => {
    const { personId } = people[at] ?? {}
    return personId ? [{ personId, customerId }] : []
  })
  const members = await storedMemberships(world.table, named)
  return invitations.map((invitation, at) => {
    const found = people[at]
    return found && !members[at] ? membershipWrites(world, invitation, found) : () => []
  })
}

type Found = { personId: PersonId; writes: readonly Write[] }

function newMember({ personId, writes }: Found, invitation: Invitation): MembershipRecord {
  const { customerId, role, name, phone, mail } = invitation
  const isKnown = writes.length === 0
  const record = { personId, customerId, role, isDisabled: false, version: 1 }
  return isKnown ? { ...record, typed: { name, phone, mail } } : record
}

function membershipWrites(world: World, invitation: Invitation, found: Found) {
  const { personId, writes } = found
  const { customerId, role, isQuiet } = invitation
  const change = { role: { from: null, to: role }, version: { from: 0, to: 1 }, ...(isQuiet && { isQuiet }) }
  const subject = membershipKey(personId, customerId)
  const record = { type: 'member.invited', subject, about: { customerId, personId }, change } as const
  return (actor: Actor) => [
    ...writes,
    membershipWrite(newMember(found, invitation)),
    recordChange(world, actor, record),
  ]
}

/** A member as the outside sees it: of someone whom others knew already only what was typed, until they have signed in
 * for the customer. */
export function memberView(
  { typed, ...record }: MembershipRecord,
  person?: { name: string; phone?: string; mail?: string },
): Member {
  const { name = '', phone, mail } = typed ?? person ?? {}
  return { ...record, name, phone, mail }
}
