import * as z from 'zod'
import type { Item } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { StoredOrderMinimum } from '#shared/company'
import { Problem } from '#shared/problems'
import { companyKey } from './company-store.ts'

// It lies on the company's own item, because that is read with every placing anyhow.
const Holder = z.object({ orderMinimum: StoredOrderMinimum.optional() })

/** The order minimum within the company's item; undefined while none was ever kept. */
export function readOrderMinimum(company: Item | undefined): StoredOrderMinimum | undefined {
  return company?.orderMinimum === undefined ? undefined : Holder.parse(company).orderMinimum
}

/** Puts an order minimum in place of the version before; the company's settings stay as they are. */
export function orderMinimumWrite(orderMinimum: StoredOrderMinimum): Write {
  const { version } = orderMinimum
  const before =
    version === 1
      ? { equals: { orderMinimum: undefined } }
      : { equals: { 'orderMinimum.version': version - 1 } }
  return {
    update: companyKey,
    change: { set: { orderMinimum } },
    when: { present: true, ...before },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: readOrderMinimum(current)?.version ?? 0 }),
  }
}
