import { derivedId } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Problem } from '#shared/problems'
import { personOfAddresses, personWrites } from './person-store.ts'

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
  const personId = derivedId('person', first.toLowerCase())
  const { name, phone, mail, language = 'zh' } = input
  return { personId, writes: personWrites({ personId, name, phone, mail, language }) }
}
