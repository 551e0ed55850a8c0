import { getStandingDraft, orderListKey, standingDraftKey, storedOrderList, toldOfList } from '#drafts'
import {
  contactKey,
  membershipKey,
  personKey,
  reachedStaff,
  staffKey,
  storedContact,
  storedMembership,
  storedPerson,
} from '#identity'
import { buyerSettingsKey, toldOfBuyerSettings } from '#orders'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { OrderList } from '#shared/drafts'
import type { CustomerId, PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { contactStory, personStory } from './contact-story-rules.ts'
import { numbered, type Told } from './tell-master-data.ts'

/** What a person is to a customer or to the company, or how they are called and reached themselves. Of who signs in that
 * never changes. */
export type PersonNamed =
  | { person: PersonId }
  | { member: PersonId; of: CustomerId }
  | { contact: PersonId; of: CustomerId }
  | { staff: PersonId; subtrees: readonly UnitPath[] }

/** Throws `identity.membership_not_found`, `identity.contact_not_found`, `identity.staff_not_found`. */
export function toldOfPerson(world: World, named: PersonNamed): Promise<Told> {
  if ('person' in named) return toldOfReach(world, named.person)
  if ('member' in named) return toldOfMember(world, named)
  return 'contact' in named ? toldOfContact(world, named) : toldOfStaff(world, named)
}

async function toldOfMember(
  world: World,
  { member, of }: { member: PersonId; of: CustomerId },
): Promise<Told> {
  const record = await storedMembership(world.table, member, of)
  if (!record) throw new Problem('identity.membership_not_found')
  const { role, isDisabled, version } = record
  return {
    current: { role, isDisabled, version },
    events: await eventsOf(world.table, membershipKey(member, of)),
  }
}

/** A contact that was taken away still tells what it was. */
async function toldOfContact(
  world: World,
  { contact, of }: { contact: PersonId; of: CustomerId },
): Promise<Told> {
  const [record, person, ofContact, ofPerson] = await Promise.all([
    storedContact(world.table, contact, of),
    storedPerson(world.table, contact),
    eventsOf(world.table, contactKey(contact, of)),
    eventsOf(world.table, personKey(contact)),
  ])
  if (ofContact.length === 0) throw new Problem('identity.contact_not_found')
  const { events, reach } = contactStory(ofContact, ofPerson, person)
  if (!record) return { current: {}, events }
  const { title, receivesDeliveries } = record
  return { current: { ...reach, title, receivesDeliveries }, events }
}

async function toldOfReach(world: World, personId: PersonId): Promise<Told> {
  const [person, events] = await Promise.all([
    storedPerson(world.table, personId),
    eventsOf(world.table, personKey(personId)),
  ])
  const { name, phone, mail, version = 0 } = person ?? {}
  return { current: { name, phone, mail, version }, events: personStory(events, person) }
}

/** What was settled for the buyers of a customer; nothing when nobody ever settled anything. */
export async function toldOfBuyers(world: World, customerId: CustomerId): Promise<Told> {
  const [current, events] = await Promise.all([
    toldOfBuyerSettings(world, customerId),
    eventsOf(world.table, buyerSettingsKey(customerId)),
  ])
  return { current, events }
}

/** Whether drafts of a customer are placed at the cut-off; nothing when nobody ever chose. */
export async function toldOfStandingDraft(world: World, customerId: CustomerId): Promise<Told> {
  const [{ isOn, leavesOut, version }, events] = await Promise.all([
    getStandingDraft(world, customerId),
    eventsOf(world.table, standingDraftKey(customerId)),
  ])
  return { current: { isOn, leavesOut, version }, events }
}

export type ListNamed = { orderList: OrderList['listId']; of: CustomerId }

/** A list that was deleted still tells what it was. Throws `orders.list_not_found` for one that never was. */
export async function toldOfOrderList(world: World, { orderList, of }: ListNamed): Promise<Told> {
  const [list, events] = await Promise.all([
    storedOrderList(world.table, of, orderList),
    eventsOf(world.table, orderListKey(of, orderList)),
  ])
  if (!list && events.length === 0) throw new Problem('orders.list_not_found')
  return { current: list ? { ...toldOfList(list), version: list.version } : {}, events: numbered(events) }
}

async function toldOfStaff(
  world: World,
  { staff, subtrees }: { staff: PersonId; subtrees: readonly UnitPath[] },
): Promise<Told> {
  const { grants, isDisabled, version } = await reachedStaff(world, staff, subtrees)
  return { current: { grants, isDisabled, version }, events: await eventsOf(world.table, staffKey(staff)) }
}
