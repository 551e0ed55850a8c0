import { derivedId } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Problem } from '#shared/problems'
import { personOfAddresses, personWrites, storedPerson } from './person-store.ts'

export type PersonInput = { name: string; phone?: string; mail?: string; language?: Language }

/** The person with these addresses, and the writes that put a new one in; someone known keeps their own name.
 * Throws `identity.address_missing`. */
export async function personWithAddress(
  world: World,
  input: PersonInput,
): Promise<{ personId: PersonId; writes: Write[] }> {
  const addresses = [input.phone, input.mail].filter((address) => address !== undefined)
  const [first] = addresses
  if (first === undefined) throw new Problem('identity.address_missing')
  const known = await personOfAddresses(world.table, addresses)
  if (known) return { personId: known, writes: [] }
  return newPerson(world, input, [first.toLowerCase()])
}

/** A person whom nobody knows yet, under an id that belongs to `parts`; the id of someone erased is never given again. */
export async function newPerson(
  world: World,
  input: PersonInput,
  parts: readonly string[],
): Promise<{ personId: PersonId; writes: Write[] }> {
  const { name, phone, mail, language = 'zh' } = input
  for (let again = 0; ; again++) {
    const personId = derivedId('person', ...parts, ...(again ? [String(again)] : []))
    if ((await storedPerson(world.table, personId))?.erasedAt) continue
    return { personId, writes: personWrites({ personId, name, phone, mail, language }) }
  }
}
