import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { PersonIdField } from '#shared/identity'
import { bareId, type PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { identityPatterns } from './access-patterns.ts'

const personKind = itemKind(
  'person',
  1,
  z.object({
    personId: PersonIdField,
    name: z.string(),
    phone: z.string().optional(),
    mail: z.string().optional(),
    language: z.enum(['zh', 'en']),
    version: z.number().int().optional(),
    /** What they were called and how they were reached before; emptied with the rest. */
    past: z
      .array(
        z.object({
          until: z.string(),
          /** The version of the person that said so. */
          version: z.number().int().optional(),
          name: z.string(),
          phone: z.string().optional(),
          mail: z.string().optional(),
        }),
      )
      .optional(),
    /** Since when nothing is known of them any more; the item stays, so that the id is never given again. */
    erasedAt: z.string().optional(),
  }),
)
/** The one place where a person's name and addresses stand; everything else holds the id. */
export type Person = ReturnType<(typeof personKind)['read']>

const addressKind = itemKind('person-address', 1, z.object({ personId: PersonIdField }))

/** A person as they stand now, erased ones too. */
export async function storedPerson(table: Table, personId: PersonId): Promise<Person | undefined> {
  return personKind.readMaybe(await table.get(personKey(personId), { isStrong: true }))
}

export async function storedPeople(
  table: Table,
  personIds: readonly PersonId[],
  options: { isStrong?: boolean } = {},
): Promise<Map<PersonId, Person>> {
  const items = await table.getMany(personIds.map(personKey), options)
  const people = items.flatMap((item) => (item ? [personKind.read(item)] : []))
  return new Map(people.map((person) => [person.personId, person]))
}

/** Who has one of these verified addresses; the first that is known counts. */
export async function personOfAddresses(
  table: Table,
  addresses: readonly string[],
): Promise<PersonId | undefined> {
  return (await peopleOfAddresses(table, [addresses]))[0]
}

/** The same for many, in their order. */
export async function peopleOfAddresses(
  table: Table,
  people: ReadonlyArray<readonly string[]>,
): Promise<Array<PersonId | undefined>> {
  const keys = people.map((addresses) => addresses.map(addressKey))
  const items = (await table.getMany(keys.flat(), { isStrong: true })).map(addressKind.readMaybe).values()
  return keys.map((own) => own.map(() => items.next().value).find((found) => found !== undefined)?.personId)
}

/** Puts a person with their addresses; an address that belongs to someone else, or an erased person, refuses it. */
export function personWrites(person: Person): Write[] {
  return [
    {
      put: { ...personKind.write(person), ...personKey(person.personId) },
      when: { equals: { erasedAt: undefined, version: undefined } },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    },
    ...addressesOf(person).map((address) => addressWrite(person.personId, address)),
  ]
}

/** Puts a person in place of how they stood before; addresses that they leave belong to nobody. */
export function personChange(before: Person, after: Person): Write[] {
  const [left, taken] = [addressesOf(before), addressesOf(after)]
  return [
    {
      put: {
        ...personKind.write({ ...after, version: (before.version ?? 0) + 1 }),
        ...personKey(before.personId),
      },
      when: { equals: { version: before.version, erasedAt: undefined } },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    },
    ...taken
      .filter((address) => !left.includes(address))
      .map((address) => addressWrite(before.personId, address)),
    ...left
      .filter((address) => !taken.includes(address))
      .map(
        (address): Write => ({
          delete: addressKey(address),
          when: { equals: { personId: before.personId }, orAbsent: true },
        }),
      ),
  ]
}

function addressesOf({ phone, mail }: Person): string[] {
  return [phone, mail].filter((address) => address !== undefined)
}

function addressWrite(personId: PersonId, address: string): Write {
  return {
    put: { ...addressKind.write({ personId }), ...addressKey(address) },
    when: { equals: { personId }, orAbsent: true },
    onRefused: () => new Problem('identity.address_taken'),
  }
}

/** Where a person lies, and what happened to them beside it. */
export function personKey(personId: PersonId): Key {
  return keyOf(identityPatterns.person, { personId: bareId(personId) })
}

// Addresses are data about people: keys hold only what is derived from them.
function addressKey(address: string): Key {
  return keyOf(identityPatterns.personOfAddress, {
    address: derivedCharacters('address', address.toLowerCase()),
  })
}
