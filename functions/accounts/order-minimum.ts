import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { OrderMinimum, StoredOrderMinimum } from '#shared/company'
import { Problem } from '#shared/problems'
import { companyKey, readCompany } from './company-store.ts'
import { companyUnset } from './get-company.ts'
import { orderMinimumWrite, readOrderMinimum } from './order-minimum-store.ts'

/** It lies beside the company's settings, and so do its events. */
export const ORDER_MINIMUM_SAVED = 'order_minimum.saved'

const none: StoredOrderMinimum = { amount: 0, classes: [], version: 0 }

/** What an order must come to at least; version 0 of none while nobody has set any. */
export async function getOrderMinimum(world: World): Promise<StoredOrderMinimum> {
  const item = await world.table.get(companyKey, { isStrong: true })
  return readOrderMinimum(item) ?? none
}

/** Keeps an order minimum in place of version `baseVersion`; it holds from the next write of an order on. Throws
 * `accounts.minimum_forbidden` for a company of supplied goods, `request.changed_meanwhile`. */
export async function saveOrderMinimum(
  world: World,
  actor: Actor,
  { amount, classes, baseVersion }: OrderMinimum & { baseVersion: number },
): Promise<StoredOrderMinimum> {
  const item = await world.table.get(companyKey, { isStrong: true })
  const company = readCompany(item) ?? companyUnset(world)
  const stored = readOrderMinimum(item) ?? none
  const { version, ...before } = stored
  refuseOtherVersion(version, baseVersion)
  const after = { amount, classes }
  const isAny = [after, ...classes].some((one) => one.amount > 0)
  if (company.preset === 'supplied' && isAny) throw new Problem('accounts.minimum_forbidden')
  const planned = planChange(world, {
    type: ORDER_MINIMUM_SAVED,
    subject: companyKey,
    about: {},
    before: version > 0 ? before : undefined,
    after,
    version,
    writes: (next) => [orderMinimumWrite({ ...after, version: next })],
  })
  await planned.commit(actor)
  return { ...after, version: planned.version }
}
