import { unitCheck } from '#accounts'
import type { Actor } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange, recordChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ChangeStaff, InviteStaff, StaffGrant, StaffMember } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { countedInvitation } from './invitation-store.ts'
import { type Person, storedPeople } from './person-store.ts'
import { personWithAddress } from './save-person.ts'
import { everyoneOfStaff, type StaffRecord, staffKey, staffWrite, storedStaff } from './standing-store.ts'

/** Gives a person roles within subtrees, which must lie in the giver's own, and has them told.
 * Throws `identity.too_many_invitations`, `accounts.unit_not_found`, `accounts.unit_leaving`. */
export async function inviteStaff(
  world: World,
  actor: Actor,
  input: InviteStaff & { subtrees: readonly UnitPath[]; isQuiet?: boolean },
): Promise<StaffMember> {
  if (!areWithin(input.grants, input.subtrees)) throw new Problem('accounts.unit_not_found')
  const { record, writes } = await planStaff(world, input)
  const all = writes(actor)
  if (all.length > 0) {
    const held = [...countedInvitation(world, actor), ...unitChecks(world, input.grants)]
    await world.table.commit([...held, ...all], all.at(-1))
  }
  const { personId } = record
  return staffView(record, (await storedPeople(world.table, [personId])).get(personId))
}

/** What inviting a person to work for the company would write, its event last; nothing for who does so already. */
export async function planStaff(
  world: World,
  input: InviteStaff & { language?: Language; isQuiet?: boolean },
): Promise<{ record: StaffRecord; writes: (actor: Actor) => readonly Write[] }> {
  const { grants, isQuiet } = input
  const { personId, writes } = await personWithAddress(world, input)
  const before = await storedStaff(world.table, personId)
  if (before) return { record: before, writes: () => [] }
  const record: StaffRecord = { personId, grants, isDisabled: false, version: 1 }
  const change = {
    grants: { from: null, to: grants },
    version: { from: 0, to: 1 },
    ...(isQuiet && { isQuiet }),
  }
  const invited = { type: 'staff.invited', subject: staffKey(personId), about: { personId }, change } as const
  return {
    record,
    writes: (actor) => [...writes, staffWrite(record), recordChange(world, actor, invited)],
  }
}

/** How many work for the company with a role at exactly this unit. */
export async function countStaffAt(world: World, at: UnitPath): Promise<number> {
  const staff = await everyoneOfStaff(world.table)
  return staff.filter(({ grants }) => grants.some(({ unitPath }) => unitPath === at)).length
}

/** How many work for the company and may sign in. */
export async function countStaff(world: World): Promise<number> {
  return (await everyoneOfStaff(world.table)).filter(({ isDisabled }) => !isDisabled).length
}

type ChangeInput = ChangeStaff & { personId: PersonId; baseVersion: number; subtrees: readonly UnitPath[] }

/** Changes the roles of a member of staff or disables them; their sessions end at the next request.
 * Throws `identity.staff_not_found`, `identity.own_role`, `accounts.unit_not_found`, `accounts.unit_leaving`,
 * `request.changed_meanwhile`. */
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
    [...unitChecks(world, grants, before.grants), staffWrite(record)],
  )
  return staffView(record, (await storedPeople(world.table, [personId])).get(personId))
}

/** Holds roles that are new to the units being there, and staying. */
function unitChecks(
  world: World,
  grants: readonly StaffGrant[],
  before: readonly StaffGrant[] = [],
): Write[] {
  const known = new Set(before.map(({ unitPath }) => unitPath))
  const units = new Set(grants.map(({ unitPath }) => unitPath).filter((unitPath) => !known.has(unitPath)))
  return [...units].map((unitPath) => unitCheck(unitPath, world.clock.now()))
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
  return grants.every(({ unitPath }) => isWithinUnits(unitPath, subtrees))
}
