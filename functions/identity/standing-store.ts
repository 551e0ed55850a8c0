import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, SHARDS, shardOf } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { PersonIdField, StaffGrant } from '#shared/identity'
import { bareId, type CustomerId, idOf, type PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { memberRoles } from '#shared/roles'
import { identityPatterns } from './access-patterns.ts'

const membershipKind = itemKind(
  'membership',
  1,
  z.object({
    personId: PersonIdField,
    customerId: CustomerIdField,
    role: z.enum(memberRoles),
    isDisabled: z.boolean(),
    version: z.number().int(),
    /** What was typed to invite someone whom others knew already: all that this customer is told of them before they sign in
     * for it. Lies in the person's partition and goes with them. */
    typed: z
      .object({ name: z.string(), phone: z.string().optional(), mail: z.string().optional() })
      .optional(),
  }),
)
/** What a person is in one customer's account. A session holds the version it began with: another one ends it. */
export type MembershipRecord = ReturnType<(typeof membershipKind)['read']>

const staffKind = itemKind(
  'staff',
  1,
  z.object({
    personId: PersonIdField,
    grants: z.array(StaffGrant),
    isDisabled: z.boolean(),
    version: z.number().int(),
  }),
)
export type StaffRecord = ReturnType<(typeof staffKind)['read']>

const lastStandingKind = itemKind('last-standing', 1, z.object({ customerId: CustomerIdField }))

export function lastStandingKey(personId: PersonId): Key {
  return keyOf(identityPatterns.lastStanding, { personId: bareId(personId) })
}

/** The customer that a person acted for last, on whichever device. */
export async function lastActedFor(table: Table, personId: PersonId): Promise<CustomerId | undefined> {
  return lastStandingKind.readMaybe(await table.get(lastStandingKey(personId), { isStrong: true }))
    ?.customerId
}

/** Remembers for whom a person acts now; staff work leaves the last customer as it was. */
export function lastStandingWrites(personId: PersonId, customerId: CustomerId | undefined): Write[] {
  if (!customerId) return []
  return [{ put: { ...lastStandingKind.write({ customerId }), ...lastStandingKey(personId) } }]
}

export function membershipKey(personId: PersonId, customerId: CustomerId): Key {
  return keyOf(identityPatterns.membership, { personId: bareId(personId), customerId: bareId(customerId) })
}

export function staffKey(personId: PersonId): Key {
  return keyOf(identityPatterns.staff, { personId: bareId(personId) })
}

export function readMembership(item: Item | undefined): MembershipRecord | undefined {
  return item?.k === membershipKind.kind ? membershipKind.read(item) : undefined
}

export function readStaff(item: Item | undefined): StaffRecord | undefined {
  return item?.k === staffKind.kind ? staffKind.read(item) : undefined
}

export async function membershipsOfPerson(table: Table, personId: PersonId): Promise<MembershipRecord[]> {
  const items = await table.queryAll(
    identityPatterns.membership,
    { personId: bareId(personId) },
    { isStrong: true },
  )
  return items.map(membershipKind.read)
}

export async function storedMembership(table: Table, personId: PersonId, customerId: CustomerId) {
  return readMembership(await table.get(membershipKey(personId, customerId), { isStrong: true }))
}

/** What people are in customers' accounts, in the order asked; undefined where they are nothing. */
export async function storedMemberships(
  table: Table,
  named: ReadonlyArray<Pick<MembershipRecord, 'personId' | 'customerId'>>,
): Promise<Array<MembershipRecord | undefined>> {
  const keys = named.map(({ personId, customerId }) => membershipKey(personId, customerId))
  return (await table.getMany(keys, { isStrong: true })).map(readMembership)
}

export async function storedStaff(table: Table, personId: PersonId): Promise<StaffRecord | undefined> {
  return readStaff(await table.get(staffKey(personId), { isStrong: true }))
}

/** The members of a customer: who they are comes from an index, how they stand from the base table. */
export async function membersOfCustomer(table: Table, customerId: CustomerId): Promise<MembershipRecord[]> {
  const found = await table.queryAll(identityPatterns.membersOfCustomer, { customerId: bareId(customerId) })
  const keys = found.map((item) => membershipKey(idOf('person', String(item.gsi1sk)), customerId))
  const items = await table.getMany(keys, { isStrong: true })
  return items.map(readMembership).filter((member) => member !== undefined)
}

/** How many customers have an owner who may sign in, counted over `most` owners at most. */
export async function countCustomersWithOwners(
  table: Table,
  most: number,
): Promise<{ count: number; isMore: boolean }> {
  const shards = SHARDS.map((shard) => ({ shard }))
  const { items, last } = await queryShards(table, identityPatterns.customersWithOwners, shards, most)
  const customers = new Set(items.map((item) => String(item.gsi2sk).split('#')[0]))
  return { count: customers.size, isMore: last !== undefined }
}

/** Removes the memberships of a customer; the people themselves stay. */
export async function membershipRemovals(table: Table, customerId: CustomerId): Promise<Write[]> {
  const members = await membersOfCustomer(table, customerId)
  return members.map(({ personId }) => ({ delete: membershipKey(personId, customerId) }))
}

export async function everyoneOfStaff(table: Table): Promise<StaffRecord[]> {
  const found = await table.queryAll(identityPatterns.staffList, {})
  const items = await table.getMany(
    found.map((item) => staffKey(idOf('person', String(item.gsi1sk)))),
    { isStrong: true },
  )
  return items.map(readStaff).filter((staff) => staff !== undefined)
}

export function membershipWrite(record: MembershipRecord): Write {
  const parts = { personId: bareId(record.personId), customerId: bareId(record.customerId) }
  const isOwner = record.role === 'owner' && !record.isDisabled
  const shard = shardOf(parts.customerId)
  const index = {
    ...indexKeyOf(identityPatterns.membersOfCustomer, parts),
    ...(isOwner && indexKeyOf(identityPatterns.customersWithOwners, { shard, ...parts })),
  }
  return replacing(
    membershipKind.write(record),
    { ...index, card: { role: record.role } },
    keyOf(identityPatterns.membership, parts),
    record.version,
  )
}

/** Forgets what was typed to invite someone, once they have signed in for the customer; nothing for anyone else. */
export function arrivedWrites(record: MembershipRecord | undefined): Write[] {
  if (!record?.typed) return []
  const key = membershipKey(record.personId, record.customerId)
  return [{ update: key, change: { remove: ['typed'] }, when: { equals: { version: record.version } } }]
}

export function staffWrite(record: StaffRecord): Write {
  const index = indexKeyOf(identityPatterns.staffList, { personId: bareId(record.personId) })
  return replacing(staffKind.write(record), { ...index, card: {} }, staffKey(record.personId), record.version)
}

function replacing(item: Item, index: Item, key: Key, version: number): Write {
  return {
    put: { ...item, ...index, ...key },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}
