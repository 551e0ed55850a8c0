import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ChangeMember, Member } from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { memberView } from './invite-member.ts'
import { storedPeople } from './person-store.ts'
import { membershipKey, membershipWrite, membersOfCustomer, storedMembership } from './standing-store.ts'

type Input = ChangeMember & { customerId: CustomerId; personId: PersonId; baseVersion: number }

/** Changes a member's role or disables it; their sessions for this customer end at the next request.
 * Throws `identity.membership_not_found`, `identity.last_owner`, `request.changed_meanwhile`. */
export async function changeMember(world: World, actor: Actor, input: Input): Promise<Member> {
  const { customerId, personId, role, isDisabled, baseVersion } = input
  const before = await storedMembership(world.table, personId, customerId)
  if (!before) throw new Problem('identity.membership_not_found')
  refuseOtherVersion(before.version, baseVersion)
  const isOwner = before.role === 'owner' && !before.isDisabled
  const isLeaving = isOwner && (role !== 'owner' || isDisabled)
  const remains = isLeaving ? [await anotherOwnerRemains(world, customerId, personId)] : []
  const record = { ...before, role, isDisabled, version: baseVersion + 1 }
  const change = {
    role: { from: before.role, to: role },
    isDisabled: { from: before.isDisabled, to: isDisabled },
    version: { from: baseVersion, to: baseVersion + 1 },
  }
  const subject = membershipKey(personId, customerId)
  await commitChange(
    world,
    actor,
    { type: 'member.changed', subject, about: { customerId, personId }, change },
    [membershipWrite(record), ...remains],
  )
  return memberView(record, (await storedPeople(world.table, [personId])).get(personId))
}

async function anotherOwnerRemains(world: World, customerId: CustomerId, personId: PersonId): Promise<Write> {
  const check = await checkOfAnotherOwner(world, customerId, personId)
  if (!check) throw new Problem('identity.last_owner')
  return check
}

/** The check that another owner than this person is there; undefined when there is none. Two owners who leave at once
 * would each find the other, so it is committed with the change. */
export async function checkOfAnotherOwner(
  world: World,
  customerId: CustomerId,
  personId: PersonId,
): Promise<Write | undefined> {
  const others = (await membersOfCustomer(world.table, customerId)).filter(
    (member) => member.personId !== personId,
  )
  const owner = others.find((member) => member.role === 'owner' && !member.isDisabled)
  if (!owner) return undefined
  return {
    check: membershipKey(owner.personId, customerId),
    when: { equals: { version: owner.version } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}
