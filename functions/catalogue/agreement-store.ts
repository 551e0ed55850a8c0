import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, idOf, type ProductId } from '#shared/ids'
import type { PriceRow } from '#shared/price-rules'
import type { AgreementRow } from '#shared/prices'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'
import { packedRow, packRow, unpackRow } from './packed-price-store.ts'

const agreementKind = itemKind(
  'agreement',
  1,
  z.object({ v: z.number().int(), p: z.record(z.string(), z.array(packedRow)) }),
)
/** What was agreed with a customer, by bare product id; read with every placing, so names are short. */
export type StoredAgreement = ReturnType<(typeof agreementKind)['read']>

/** The key of a customer's agreement, for callers that read many things at once. */
export function agreementKey(customerId: CustomerId): Key {
  return keyOf(cataloguePatterns.agreement, { customerId: bareId(customerId) })
}

export function readAgreement(item: Item | undefined): StoredAgreement | undefined {
  return agreementKind.readMaybe(item)
}

export async function storedAgreement(
  table: Table,
  customerId: CustomerId,
): Promise<StoredAgreement | undefined> {
  return readAgreement(await table.get(agreementKey(customerId), { isStrong: true }))
}

/** What was agreed for one product. */
export function agreedRows(agreement: StoredAgreement | undefined, productId: ProductId): PriceRow[] {
  return agreement?.p[bareId(productId)]?.map(unpackRow) ?? []
}

/** Every row of an agreement, by product. */
export function rowsOfAgreement(agreement: StoredAgreement | undefined): AgreementRow[] {
  return Object.entries(agreement?.p ?? {}).flatMap(([bare, rows]) =>
    rows.map((row) => ({ ...unpackRow(row), productId: idOf('product', bare) })),
  )
}

export function agreementWrite(
  customerId: CustomerId,
  rows: readonly AgreementRow[],
  version: number,
): Write {
  const products = Map.groupBy(rows, ({ productId }) => bareId(productId))
  const p = Object.fromEntries([...products].map(([bare, of]) => [bare, of.map(packRow)]))
  return {
    put: { ...agreementKind.write({ v: version, p }), ...agreementKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { v: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: agreementKind.readMaybe(current)?.v ?? 0 }),
  }
}
