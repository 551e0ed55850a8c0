import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { ChangeStaff, InviteStaff, StaffGrant, StaffMember } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type Person, storedPeople } from './person-store.ts'
import { personWithAddress } from './save-person.ts'
import { type StaffRecord, staffKey, staffWrite, storedStaff } from './standing-store.ts'

/** Who keeps the staff of their units. */
export const staffKeepers = ['administrator'] as const

/** Gives a person roles within subtrees, which must lie in the giver's own, and has them told. */
export async function inviteStaff(
  world: World,
  actor: Actor,
  input: InviteStaff & { subtrees: readonly UnitPath[]; isQuiet?: boolean },
): Promise<StaffMember> {
  if (!areWithin(input.grants, input.subtrees)) throw new Problem('accounts.unit_not_found')
  const { personId, writes } = await personWithAddress(world, input)
  const before = await storedStaff(world.table, personId)
  const record: StaffRecord = before ?? { personId, grants: input.grants, isDisabled: false, version: 1 }
  if (!before) {
    const change = {
      grants: { from: null, to: input.grants },
      version: { from: 0, to: 1 },
      ...(input.isQuiet && { isQuiet: true }),
    }
    const invited = {
      type: 'staff.invited',
      subject: staffKey(personId),
      about: { personId },
      change,
    } as const
    await commitChange(world, actor, invited, [...writes, staffWrite(record)])
  }
  return staffView(record, (await storedPeople(world.table, [personId])).get(personId))
}

type ChangeInput = ChangeStaff & { personId: PersonId; baseVersion: number; subtrees: readonly UnitPath[] }

/** Changes the roles of a member of staff or disables them; their sessions end at the next request.
 * Throws `identity.staff_not_found`, `identity.own_role`, `request.changed_meanwhile`. */
export async function changeStaff(world: World, actor: Actor, input: ChangeInput): Promise<StaffMember> {
  const { personId, grants, isDisabled, baseVersion, subtrees } = input
  const before = await reachedStaff(world, personId, subtrees)
  if (actor.kind === 'staff' && actor.personId === personId) throw new Problem('identity.own_role')
  if (!areWithin(grants, subtrees)) throw new Problem('accounts.unit_not_found')
  refuseOtherVersion(before.version, baseVersion)
  const record = { ...before, grants, isDisabled, version: baseVersion + 1 }
  const change = {
    grants: { from: before.grants, to: grants },
    isDisabled: { from: before.isDisabled, to: isDisabled },
    version: { from: baseVersion, to: baseVersion + 1 },
  }
  await commitChange(
    world,
    actor,
    { type: 'staff.changed', subject: staffKey(personId), about: { personId }, change },
    [staffWrite(record)],
  )
  return staffView(record, (await storedPeople(world.table, [personId])).get(personId))
}

/** The roles of a member of staff whose roles all lie within subtrees; throws `identity.staff_not_found`. */
export async function reachedStaff(
  world: World,
  personId: PersonId,
  subtrees: readonly UnitPath[],
): Promise<StaffRecord> {
  const record = await storedStaff(world.table, personId)
  if (!record || !areWithin(record.grants, subtrees)) throw new Problem('identity.staff_not_found')
  return record
}

/** A member of staff as the outside sees them. */
export function staffView(record: StaffRecord, person: Person | undefined): StaffMember {
  return { ...record, name: person?.name ?? '', phone: person?.phone, mail: person?.mail }
}

/** Whether all roles lie within subtrees. */
export function areWithin(grants: readonly StaffGrant[], subtrees: readonly UnitPath[]): boolean {
  return subtrees.includes('') || grants.every(({ unitPath }) => isWithinUnits(unitPath, subtrees))
}
