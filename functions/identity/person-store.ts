import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { PersonIdField } from '#shared/identity'
import { bareId, type PersonId } from '#shared/ids'
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
  }),
)
/** The one place where a person's name and addresses stand; everything else holds the id. */
export type Person = ReturnType<(typeof personKind)['read']>

const addressKind = itemKind('person-address', 1, z.object({ personId: PersonIdField }))

export async function storedPeople(
  table: Table,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  const items = await table.getMany(personIds.map(personKey))
  const people = items.flatMap((item) => (item ? [personKind.read(item)] : []))
  return new Map(people.map((person) => [person.personId, person]))
}

/** Who has one of these verified addresses; the first that is known counts. */
export async function personOfAddresses(
  table: Table,
  addresses: readonly string[],
): Promise<PersonId | undefined> {
  const items = await table.getMany(addresses.map(addressKey), { isStrong: true })
  return items.map(addressKind.readMaybe).find((found) => found !== undefined)?.personId
}

/** Puts a person with their addresses; an address that belongs to someone else refuses it. */
export function personWrites(person: Person): Write[] {
  const addresses = [person.phone, person.mail].filter((address) => address !== undefined)
  return [
    { put: { ...personKind.write(person), ...personKey(person.personId) } },
    ...addresses.map(
      (address): Write => ({
        put: { ...addressKind.write({ personId: person.personId }), ...addressKey(address) },
        when: { equals: { personId: person.personId }, orAbsent: true },
      }),
    ),
  ]
}

function personKey(personId: PersonId): Key {
  return keyOf(identityPatterns.person, { personId: bareId(personId) })
}

// Addresses are data about people: keys hold only what is derived from them.
function addressKey(address: string): Key {
  return keyOf(identityPatterns.personOfAddress, {
    address: derivedCharacters('address', address.toLowerCase()),
  })
}
