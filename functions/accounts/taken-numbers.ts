import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { customersWithIds } from './customer-store.ts'
import { holderKey, type LicenceHolder, licenceTaken, readHolder, storedHolder } from './licence-store.ts'
import { numberKey, readNumber } from './number-store.ts'

type Asked = { number?: number; licence?: string }
/** Whose short number and whose licence number it is now; undefined where nobody's. */
export type Taken = { number?: CustomerId; licence?: LicenceHolder }

/** For each of many: who has the numbers that it asks for. */
export async function takenNumbers(world: World, asked: readonly Asked[]): Promise<Taken[]> {
  const keys = asked.flatMap(({ number, licence }) => [
    ...(number === undefined ? [] : [numberKey(number)]),
    ...(licence ? [holderKey(licence)] : []),
  ])
  const items = (await world.table.getMany(keys, { isStrong: true })).values()
  return asked.map(({ number, licence }) => ({
    ...(number !== undefined && { number: readNumber(items.next().value) }),
    ...(licence && { licence: readHolder(items.next().value) }),
  }))
}

type Wanted = { customerId: CustomerId; licence: string; subtrees: readonly UnitPath[] }

/** Throws `accounts.licence_taken` when another customer holds a licence number, and names it to whom it is shown. */
export async function refuseTakenLicence(
  world: World,
  { customerId, licence, subtrees }: Wanted,
): Promise<void> {
  const holder = licence ? await storedHolder(world.table, licence) : undefined
  if (!holder || holder.customerId === customerId) return
  const [other] = await customersWithIds(world.table, [holder.customerId])
  const isSeen = other && isWithinUnits(other.unitPath, subtrees)
  const shop = isSeen
    ? { zh: `“${other.name.zh}”（${other.code}）`, en: `“${other.name.en}” (${other.code})` }
    : { zh: '您负责范围以外的一家店', en: 'a shop outside your units' }
  throw licenceTaken(licence, shop)
}
