import { findCustomers } from '#accounts'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { FoundCustomer } from '#shared/accounts'
import type { UnitPath } from '#shared/unit-path'
import { contactsOfPerson } from './contact-store.ts'
import { personOfAddresses } from './person-store.ts'
import { membershipsOfPerson } from './standing-store.ts'

/** The customers that a few characters find; a whole phone number finds those of the person who has it, first. */
export async function findAmongCustomers(
  world: World,
  actor: Actor,
  { text, subtrees }: { text: string; subtrees: readonly UnitPath[] },
): Promise<FoundCustomer[]> {
  const phone = phoneWithin(text)
  const first = phone ? await customersOfPhone(world, phone) : []
  return findCustomers(world, actor, { text: phone ? digitsOf(text) : text, subtrees, first })
}

/** A whole phone number as the world writes it; a Chinese mobile number may leave its country out.
 * @example phoneWithin('138 0013 8000') // '+8613800138000' */
function phoneWithin(text: string): string | undefined {
  const digits = digitsOf(text)
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits
  return /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : undefined
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s()-]/g, '')
}

async function customersOfPhone(world: World, phone: string) {
  const personId = await personOfAddresses(world.table, [phone])
  if (!personId) return []
  const [memberships, contacts] = await Promise.all([
    membershipsOfPerson(world.table, personId),
    contactsOfPerson(world.table, personId),
  ])
  const customerIds = [
    ...memberships.filter(({ isDisabled }) => !isDisabled).map(({ customerId }) => customerId),
    ...contacts.map(({ customerId }) => customerId),
  ]
  return customerIds.map((customerId) => ({ customerId, matched: 'phone' as const }))
}
