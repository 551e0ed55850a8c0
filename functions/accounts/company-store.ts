import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { Company, Unit } from '#shared/accounts'
import { Problem } from '#shared/problems'
import { type Instant, millisecondsOf } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { accountPatterns } from './access-patterns.ts'
import { fencedUntil, neededUntil } from './fence-rules.ts'

const companyKind = itemKind(
  'company',
  2,
  // It counts changes of the tree of units as well: both are told as one.
  Company.extend({ version: z.number().int().optional() }),
  { 1: (item) => ({ ...item, pricesIncludeTax: true }) },
)
const unitKind = itemKind(
  'unit',
  1,
  z.object({
    unit: Unit,
    /** By which attempt it is about to leave its place, and until when, in epoch milliseconds, nobody comes to it for that.
     * Saved again, it stays. */
    leaving: z.string().optional(),
    leavingUntil: z.number().optional(),
  }),
)

export const companyKey = keyOf(accountPatterns.company, {})

export function readCompany(item: Item | undefined): Company | undefined {
  const stored = companyKind.readMaybe(item)
  if (!stored) return undefined
  const { version: _, ...company } = stored
  return company
}

export async function storedCompany(table: Table): Promise<Company | undefined> {
  return readCompany(await table.get(companyKey))
}

/** The settings with the version that counts their changes, as they truly are now; 0 before the first. */
export async function storedSettings(table: Table): Promise<{ company?: Company; version: number }> {
  const item = await table.get(companyKey, { isStrong: true })
  return { company: readCompany(item), version: companyKind.readMaybe(item)?.version ?? 0 }
}

/** Puts the settings in place of the version before; what else lies on their item stays. */
export function companyWrite(company: Company, version: number): Write {
  return {
    update: companyKey,
    change: { set: companyKind.write({ ...company, version }) },
    when: version > 1 ? { equals: { version: version - 1 } } : { equals: { version: undefined } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

export async function storedUnits(table: Table, options: { isStrong?: boolean } = {}): Promise<Unit[]> {
  const items = await table.queryAll(accountPatterns.units, {}, options)
  return items.map((item) => unitKind.read(item).unit)
}

export async function storedUnit(table: Table, unitPath: UnitPath): Promise<Unit | undefined> {
  return unitKind.readMaybe(await table.get(unitKey(unitPath)))?.unit
}

export function unitWrite(unit: Unit): Write {
  return { put: { ...unitKind.write({ unit }), ...unitKey(unit.path) } }
}

/** Takes a unit away that its fence still keeps empty. */
export function unitRemoval(unitPath: UnitPath, fence: string | undefined, now: Instant): Write {
  return {
    delete: unitKey(unitPath),
    when: { present: true, equals: { leaving: fence }, atLeast: { leavingUntil: neededUntil(now) } },
    onRefused: () => new Problem('accounts.unit_leaving', { unit: unitPath }),
  }
}

/** Lets no customer and no role come to a unit that is about to leave its place, for some minutes from now. */
export function unitFence(unitPath: UnitPath, fence: string, now: Instant): Write {
  return {
    update: unitKey(unitPath),
    change: { set: { leaving: fence, leavingUntil: fencedUntil(now) } },
    when: { present: true },
    onRefused: () => new Problem('accounts.unit_not_found'),
  }
}

/** Takes a fence away: the one named, or whichever there is. */
export function unitOpening(unitPath: UnitPath, fence?: string): Write {
  return {
    update: unitKey(unitPath),
    change: { remove: ['leaving', 'leavingUntil'] },
    when: { present: true, ...(fence !== undefined && { equals: { leaving: fence } }) },
  }
}

/** Holds what comes to a unit, a customer or a role, to the unit being there, and staying; refused as
 * `accounts.unit_not_found` or `accounts.unit_leaving`. */
export function unitCheck(unit: UnitPath, now: Instant): Write {
  return {
    check: unitKey(unit),
    when: { present: true, belowOrMissing: { leavingUntil: millisecondsOf(now) } },
    onRefused: (current) =>
      new Problem(current ? 'accounts.unit_leaving' : 'accounts.unit_not_found', { unit }),
  }
}

function unitKey(unitPath: UnitPath): Key {
  return keyOf(accountPatterns.units, { unitPath })
}

/** A unit path as index keys carry it: closed by a slash, so that no sibling shares its prefix. */
export function unitKeyPart(unitPath: UnitPath): string {
  return `${unitPath}/`
}
