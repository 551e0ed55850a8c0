import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { Company, Unit } from '#shared/accounts'
import type { UnitPath } from '#shared/unit-path'
import { accountPatterns } from './access-patterns.ts'

const companyKind = itemKind('company', 2, Company, {
  1: (item) => ({ ...item, pricesIncludeTax: true }),
})
const unitKind = itemKind('unit', 1, z.object({ unit: Unit }))

export const companyKey = keyOf(accountPatterns.company, {})

export function readCompany(item: Item | undefined): Company | undefined {
  return companyKind.readMaybe(item)
}

export async function storedCompany(table: Table): Promise<Company | undefined> {
  return readCompany(await table.get(companyKey))
}

/** Puts the company's settings, with what else its item holds. */
export function companyWrite(company: Company, beside: Item = {}): { put: Item & Key } {
  return { put: { ...beside, ...companyKind.write(company), ...companyKey } }
}

export async function storedUnits(table: Table): Promise<Unit[]> {
  const items = await table.queryAll(accountPatterns.units, {})
  return items.map((item) => unitKind.read(item).unit)
}

export async function storedUnit(table: Table, unitPath: UnitPath): Promise<Unit | undefined> {
  return unitKind.readMaybe(await table.get(keyOf(accountPatterns.units, { unitPath })))?.unit
}

export function unitWrite(unit: Unit): Write {
  return { put: { ...unitKind.write({ unit }), ...keyOf(accountPatterns.units, { unitPath: unit.path }) } }
}

/** A unit path as index keys carry it: closed by a slash, so that no sibling shares its prefix. */
export function unitKeyPart(unitPath: UnitPath): string {
  return `${unitPath}/`
}
