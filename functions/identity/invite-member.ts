import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { InviteMember, Member } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { storedPeople } from './person-store.ts'
import { personWithAddress } from './save-person.ts'
import { type MembershipRecord, membershipKey, membershipWrite, storedMembership } from './standing-store.ts'

/** Lets a person act for a customer, and has them told. Inviting the same person again answers the member there is;
 * throws `identity.already_member` when that one has another role. */
export async function inviteMember(
  world: World,
  actor: Actor,
  input: InviteMember & { customerId: CustomerId; isQuiet?: boolean },
): Promise<Member> {
  const { customerId, role } = input
  const { personId, writes } = await personWithAddress(world, input)
  const before = await storedMembership(world.table, personId, customerId)
  if (before && before.role !== role && !input.isQuiet) throw new Problem('identity.already_member')
  const record: MembershipRecord = before ?? { personId, customerId, role, isDisabled: false, version: 1 }
  if (!before) {
    const change = {
      role: { from: null, to: role },
      version: { from: 0, to: 1 },
      ...(input.isQuiet && { isQuiet: true }),
    }
    const subject = membershipKey(personId, customerId)
    await commitChange(
      world,
      actor,
      { type: 'member.invited', subject, about: { customerId, personId }, change },
      [...writes, membershipWrite(record)],
    )
  }
  const person = (await storedPeople(world.table, [personId])).get(personId)
  return memberView(record, person)
}

/** A member as the outside sees it. */
export function memberView(
  record: MembershipRecord,
  person?: { name: string; phone?: string; mail?: string },
): Member {
  return { ...record, name: person?.name ?? '', phone: person?.phone, mail: person?.mail }
}
