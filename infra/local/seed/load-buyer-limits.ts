// Gives the buyers of the demonstration's shop a weekly limit, so that an order above it goes to the owner.
import { membersOfCustomer } from '#identity'
import { getBuyerSettings, saveBuyerSettings } from '#orders'
import type { World } from '#platform/world'
import type { CustomerId } from '../../../shared/ids.ts'
import type { Company } from './demonstration-company.ts'

const seeder = { kind: 'system', name: 'demonstration' } as const
const WEEKLY_AMOUNT = 300_000

/** Settles it once; a load that is done again finds it settled. */
export async function loadBuyerLimits(
  world: World,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
): Promise<void> {
  const customerId = customers.get(company.demonstration.customerCode)
  if (!customerId || (await getBuyerSettings(world, customerId)).version > 0) return
  const members = await membersOfCustomer(world.table, customerId)
  const limits = members
    .filter(({ role }) => role === 'buyer')
    .map(({ personId }) => ({ personId, amount: WEEKLY_AMOUNT, period: 'week' as const }))
  await saveBuyerSettings(world, seeder, { customerId, baseVersion: 0, approval: 'above-limit', limits })
}
