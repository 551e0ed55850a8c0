import type { Actor } from '#platform/actor'
import { fieldChanges, refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange, recordChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { Contact, SaveContact } from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import {
  type ContactRecord,
  contactGoneWrites,
  contactKey,
  contactsOfCustomer,
  contactWrite,
  storedContact,
} from './contact-store.ts'
import {
  type Person,
  personChange,
  personKey,
  personOfAddresses,
  storedPeople,
  storedPerson,
} from './person-store.ts'
import { newPerson } from './save-person.ts'
import { membershipsOfPerson, storedStaff } from './standing-store.ts'

// A person is one item; a hundred names and addresses are some ten kilobytes.
const MOST_PAST = 100

/** Whom one may ask for at a customer. */
export async function listContacts(world: World, customerId: CustomerId): Promise<Contact[]> {
  const records = await contactsOfCustomer(world.table, customerId)
  const people = await storedPeople(
    world.table,
    records.map(({ personId }) => personId),
  )
  return records.map((record) => contactView(record, people.get(record.personId)))
}

/** The person a contact is about: whoever has the phone number or mail address, else a new person under an id that
 * belongs to `once`, with the writes that put them in. */
export async function personOfContact(
  world: World,
  { customerId, ...person }: SaveContact & { customerId: CustomerId },
  once: string,
): Promise<{ personId: PersonId; writes: Write[] }> {
  const addresses = [person.phone, person.mail].filter((address) => address !== undefined)
  const known = await personOfAddresses(world.table, addresses)
  if (known) return { personId: known, writes: [] }
  const [first] = addresses
  return newPerson(world, person, first ? [first.toLowerCase()] : ['contact', customerId, once])
}

/** The writes that make a person a contact of a customer, with the event, for whoever commits them. */
export function contactWrites(
  world: World,
  actor: Actor,
  contact: Pick<ContactRecord, 'personId' | 'customerId' | 'title' | 'receivesDeliveries'>,
  before?: ContactRecord,
): Write[] {
  const { personId, customerId, title, receivesDeliveries } = contact
  const change = {
    title: { from: before?.title ?? null, to: title ?? null },
    receivesDeliveries: { from: before?.receivesDeliveries ?? null, to: receivesDeliveries },
  }
  const event = recordChange(world, actor, {
    type: before ? 'contact.changed' : 'contact.added',
    subject: contactKey(personId, customerId),
    about: { customerId, personId },
    change,
  })
  const version = (before?.version ?? 0) + 1
  return [contactWrite({ personId, customerId, title, receivesDeliveries, version }), event]
}

/** Adds a contact to a customer; the same person again answers the contact there is. */
export async function addContact(
  world: World,
  actor: Actor,
  input: SaveContact & { customerId: CustomerId },
  once: string,
): Promise<Contact> {
  const { customerId, title, receivesDeliveries } = input
  const { personId, writes } = await personOfContact(world, input, once)
  if (!(await storedContact(world.table, personId, customerId))) {
    const added = contactWrites(world, actor, { personId, customerId, title, receivesDeliveries })
    await world.table.commit([...writes, ...added], added.at(-1))
  }
  return contactNow(world, customerId, personId)
}

type Changed = SaveContact & { customerId: CustomerId; personId: PersonId; baseVersion: number }

/** Changes a contact. The name and the addresses of someone who signs in are their own.
 * Throws `identity.contact_not_found`, `identity.person_signs_in`, `request.changed_meanwhile`. */
export async function changeContact(world: World, actor: Actor, input: Changed): Promise<Contact> {
  const { customerId, personId, baseVersion, name, phone, mail, title, receivesDeliveries } = input
  const before = await storedContact(world.table, personId, customerId)
  const person = await storedPerson(world.table, personId)
  if (!before || !person) throw new Problem('identity.contact_not_found')
  refuseOtherVersion(before.version, baseVersion)
  const isSame = person.name === name && person.phone === phone && person.mail === mail
  const personal = isSame
    ? []
    : await renamed(world, actor, { customerId, person, now: { name, phone, mail } })
  const isSameContact = before.title === title && before.receivesDeliveries === receivesDeliveries
  if (isSame && isSameContact) return contactNow(world, customerId, personId)
  const contact = { personId, customerId, title, receivesDeliveries }
  const [put, ...event] = contactWrites(world, actor, contact, before)
  const writes = [...(put ? [put] : []), ...(isSameContact ? [] : event), ...personal]
  await world.table.commit(writes, writes.at(-1))
  return contactNow(world, customerId, personId)
}

/** Takes a contact away from a customer; the person stays known. Throws `identity.contact_not_found`,
 * `request.changed_meanwhile`. */
export async function removeContact(
  world: World,
  actor: Actor,
  { customerId, personId, baseVersion }: { customerId: CustomerId; personId: PersonId; baseVersion: number },
): Promise<void> {
  const before = await storedContact(world.table, personId, customerId)
  if (!before) throw new Problem('identity.contact_not_found')
  refuseOtherVersion(before.version, baseVersion)
  const subject = contactKey(personId, customerId)
  const change = {
    title: { from: before.title ?? null, to: null },
    receivesDeliveries: { from: before.receivesDeliveries, to: null },
  }
  const record = { type: 'contact.removed', subject, about: { customerId, personId }, change } as const
  await commitChange(world, actor, record, contactGoneWrites(before, world.clock.now()))
}

type Reach = Pick<Person, 'name' | 'phone' | 'mail'>

/** From what to what stands in the person's own item, which an erasure empties; the event says which fields alone. */
async function renamed(
  world: World,
  actor: Actor,
  { customerId, person, now }: { customerId: CustomerId; person: Person; now: Reach },
): Promise<Write[]> {
  const { personId, name, phone, mail, past = [], version = 0 } = person
  const [memberships, staff] = await Promise.all([
    membershipsOfPerson(world.table, personId),
    storedStaff(world.table, personId),
  ])
  if (memberships.length > 0 || staff) throw new Problem('identity.person_signs_in')
  const kept = [...past, { until: world.clock.now(), version, name, phone, mail }].slice(-MOST_PAST)
  const fields = Object.keys(fieldChanges({ name, phone, mail }, now))
  const event = recordChange(world, actor, {
    type: 'person.changed',
    subject: personKey(personId),
    about: { customerId, personId },
    change: { fields, version: { from: version, to: version + 1 } },
  })
  return [...personChange(person, { ...person, ...now, past: kept }), event]
}

async function contactNow(world: World, customerId: CustomerId, personId: PersonId): Promise<Contact> {
  const record = await storedContact(world.table, personId, customerId)
  if (!record) throw new Problem('identity.contact_not_found')
  return contactView(record, await storedPerson(world.table, personId))
}

function contactView(record: ContactRecord, person: Person | undefined): Contact {
  return { ...record, name: person?.name ?? '', phone: person?.phone, mail: person?.mail }
}
