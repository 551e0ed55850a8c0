import { derivedId } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Problem } from '#shared/problems'
import {
  peopleOfAddresses,
  personOfAddresses,
  personWrites,
  storedPeople,
  storedPerson,
} from './person-store.ts'

export type PersonInput = { name: string; phone?: string; mail?: string; language?: Language }

/** A person by id, and the writes that put them in where nobody knows them yet. */
export type FoundPerson = { personId: PersonId; writes: Write[] }

/** The person with these addresses, and the writes that put a new one in; someone known keeps their own name.
 * Throws `identity.address_missing`. */
export async function personWithAddress(world: World, input: PersonInput): Promise<FoundPerson> {
  const [first] = addressesOf(input)
  if (first === undefined) throw new Problem('identity.address_missing')
  const known = await personOfAddresses(world.table, addressesOf(input))
  if (known) return { personId: known, writes: [] }
  return newPerson(world, input, [first.toLowerCase()])
}

/** The same for many at once, in their order; each has an address. */
export async function peopleWithAddresses(
  world: World,
  inputs: readonly PersonInput[],
): Promise<FoundPerson[]> {
  const known = await peopleOfAddresses(world.table, inputs.map(addressesOf))
  const asked = inputs.map((input, at) => ({ input, known: known[at], own: firstIdOf(partsOf(input)) }))
  const stored = await storedPeople(
    world.table,
    asked.map(({ own }) => own),
    { isStrong: true },
  )
  return Promise.all(
    asked.map(({ input, known, own }) => {
      if (known) return { personId: known, writes: [] }
      if (stored.get(own)?.erasedAt) return newPerson(world, input, partsOf(input))
      return { personId: own, writes: writesOf(own, input) }
    }),
  )
}

/** A person whom nobody knows yet, under an id that belongs to `parts`; the id of someone erased is never given again. */
export async function newPerson(
  world: World,
  input: PersonInput,
  parts: readonly string[],
): Promise<FoundPerson> {
  for (let again = 0; ; again++) {
    const personId = again ? derivedId('person', ...parts, String(again)) : firstIdOf(parts)
    if ((await storedPerson(world.table, personId))?.erasedAt) continue
    return { personId, writes: writesOf(personId, input) }
  }
}

function firstIdOf(parts: readonly string[]): PersonId {
  return derivedId('person', ...parts)
}

function writesOf(personId: PersonId, { name, phone, mail, language = 'zh' }: PersonInput): Write[] {
  return personWrites({ personId, name, phone, mail, language })
}

function addressesOf({ phone, mail }: PersonInput): string[] {
  return [phone, mail].filter((address) => address !== undefined)
}

function partsOf(input: PersonInput): string[] {
  return addressesOf(input)
    .slice(0, 1)
    .map((address) => address.toLowerCase())
}
