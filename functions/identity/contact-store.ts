import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { PersonIdField } from '#shared/identity'
import { bareId, type CustomerId, idOf, type PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { identityPatterns } from './access-patterns.ts'

const contactKind = itemKind(
  'contact',
  1,
  z.object({
    personId: PersonIdField,
    customerId: CustomerIdField,
    title: z.string().optional(),
    receivesDeliveries: z.boolean(),
    version: z.number().int(),
  }),
)
/** What a person is to a customer without acting for it; who they are stands in their own item. */
export type ContactRecord = ReturnType<(typeof contactKind)['read']>

const goneKind = itemKind(
  'contact-gone',
  1,
  z.object({ personId: PersonIdField, customerId: CustomerIdField, removedAt: z.string() }),
)

export function contactKey(personId: PersonId, customerId: CustomerId): Key {
  return keyOf(identityPatterns.contact, { personId: bareId(personId), customerId: bareId(customerId) })
}

export async function storedContact(table: Table, personId: PersonId, customerId: CustomerId) {
  return contactKind.readMaybe(await table.get(contactKey(personId, customerId), { isStrong: true }))
}

export async function contactsOfPerson(table: Table, personId: PersonId): Promise<ContactRecord[]> {
  const parts = { personId: bareId(personId) }
  return (await table.queryAll(identityPatterns.contact, parts, { isStrong: true })).map(contactKind.read)
}

/** The contacts of a customer: who they are comes from an index, how they stand from the base table. */
export async function contactsOfCustomer(table: Table, customerId: CustomerId): Promise<ContactRecord[]> {
  const parts = { customerId: bareId(customerId) }
  const found = await table.queryAll(identityPatterns.contactsOfCustomer, parts)
  const keys = found.map((item) => contactKey(idOf('person', String(item.gsi1sk)), customerId))
  const items = await table.getMany(keys, { isStrong: true })
  return items.map(contactKind.readMaybe).filter((contact) => contact !== undefined)
}

/** Puts a contact: a new one, or in place of the version before. */
export function contactWrite(record: ContactRecord): Write {
  const parts = { personId: bareId(record.personId), customerId: bareId(record.customerId) }
  const index = indexKeyOf(identityPatterns.contactsOfCustomer, parts)
  const key = contactKey(record.personId, record.customerId)
  return {
    put: { ...contactKind.write(record), ...index, card: {}, ...key },
    when: record.version === 1 ? { absent: true } : { equals: { version: record.version - 1 } },
    onRefused: changedMeanwhile,
  }
}

/** Takes a contact away, and remembers that they were one: their history stays. */
export function contactGoneWrites(
  { personId, customerId, version }: ContactRecord,
  removedAt: Instant,
): Write[] {
  const parts = { personId: bareId(personId), customerId: bareId(customerId) }
  const index = indexKeyOf(identityPatterns.contactsGone, parts)
  const gone = { personId, customerId, removedAt }
  return [
    { delete: contactKey(personId, customerId), when: { equals: { version } }, onRefused: changedMeanwhile },
    { put: { ...goneKind.write(gone), ...index, card: { removedAt }, ...goneKey(personId, customerId) } },
  ]
}

/** Who was a contact of a customer and is none now, as the index shows them (it may lag). */
export async function removedContacts(table: Table, customerId: CustomerId) {
  const found = await table.queryAll(identityPatterns.contactsGone, { customerId: bareId(customerId) })
  const people = found.map((item) => idOf('person', String(item.gsi1sk)))
  const [gone, contacts] = await Promise.all([
    table.getMany(people.map((personId) => goneKey(personId, customerId))),
    table.getMany(people.map((personId) => contactKey(personId, customerId))),
  ])
  return gone.flatMap((item, at) => (item && !contacts[at] ? [goneKind.read(item)] : []))
}

function goneKey(personId: PersonId, customerId: CustomerId): Key {
  return keyOf(identityPatterns.contactGone, { personId: bareId(personId), customerId: bareId(customerId) })
}

function changedMeanwhile(current: Item | undefined): Problem {
  return new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) })
}
