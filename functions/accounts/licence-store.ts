import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { Problem } from '#shared/problems'
import { accountPatterns } from './access-patterns.ts'

const holderKind = itemKind('licence-holder', 1, z.object({ customerId: CustomerIdField, code: z.string() }))
/** The customer that a licence number belongs to. */
export type LicenceHolder = ReturnType<(typeof holderKind)['read']>

type Licensed = { customerId: CustomerId; code: string; licence: { number: string }; heldLicence?: string }

const anotherShop = { zh: '另一家店', en: 'another shop' } as const

/** A licence number as keys carry it: it comes from outside, and keys are parted by `#`. */
export function licenceKeyPart(licence: string): string {
  return encodeURIComponent(licence.toUpperCase())
}

/** Which number a customer holds once it is saved, and the writes that take and free numbers on the way. One from before
 * numbers were held keeps its own unheld while it stays the same. */
export function licenceMove(after: Licensed, before: Licensed | undefined) {
  const wanted = licenceKeyPart(after.licence.number)
  const had = before?.heldLicence
  const isMoved = !before || licenceKeyPart(before.licence.number) !== wanted
  const held = isMoved ? wanted || undefined : had
  const writes = held === had ? [] : [...(held ? [holderWrite(after)] : []), ...licenceRelease(before)]
  return { held, writes }
}

/** Gives a licence number to a customer; refused when another holds it. */
export function holderWrite({ customerId, code, licence: { number } }: Licensed): Write {
  return {
    put: { ...holderKind.write({ customerId, code }), ...holderKey(number) },
    when: { equals: { customerId }, orAbsent: true },
    onRefused: () => licenceTaken(number, anotherShop),
  }
}

/** Why a licence number cannot be given, with the field of a form that it stands in. */
export function licenceTaken(licence: string, shop: Text): Problem {
  const [code, facts] = ['accounts.licence_taken', { licence, shop }] as const
  return new Problem(code, facts, [{ path: 'licence.number', code, facts }])
}

/** Frees the licence number that a customer holds. */
export function licenceRelease(customer: Licensed | undefined): Write[] {
  if (!customer?.heldLicence) return []
  const { customerId, heldLicence: licence } = customer
  const key = keyOf(accountPatterns.holderOfLicence, { licence })
  return [{ delete: key, when: { equals: { customerId }, orAbsent: true } }]
}

/** Who holds a licence number now. */
export async function storedHolder(table: Table, licence: string): Promise<LicenceHolder | undefined> {
  return readHolder(await table.get(holderKey(licence), { isStrong: true }))
}

export function readHolder(item: Item | undefined): LicenceHolder | undefined {
  return holderKind.readMaybe(item)
}

export function holderKey(licence: string): Key {
  return keyOf(accountPatterns.holderOfLicence, { licence: licenceKeyPart(licence) })
}
