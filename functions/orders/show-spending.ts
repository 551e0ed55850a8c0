import { getCompany, storedAccount } from '#accounts'
import { currentCycle, cycleKey, readCycle } from '#calendar'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { Spending } from '#shared/spending'
import { storedBuyerSettings } from './buyer-settings-store.ts'
import { buyerWithin, limitOf } from './judge-spending.ts'

/** How the actor stands as a buyer: who else has no limit and needs nobody. Throws `accounts.customer_not_found`. */
export async function showSpending(world: World, actor: Actor, customerId: CustomerId): Promise<Spending> {
  const [account, company] = await Promise.all([storedAccount(world.table, customerId), getCompany(world)])
  if (!account) throw new Problem('accounts.customer_not_found')
  const { currency, timeZone } = company
  const buyer = buyerWithin(actor)
  if (buyer === undefined) return { approval: 'never', currency, timeZone }
  const [settings, view] = await Promise.all([
    storedBuyerSettings(world.table, customerId),
    currentCycle(world, account.batch),
  ])
  const key = view && cycleKey(view.cycleId)
  const cycle = key && readCycle(await world.table.get(key))
  if (!cycle) return { approval: settings.approval, currency, timeZone }
  const context = { account, company, cycleId: view.cycleId, cycle }
  const limit = await limitOf(world, { settings, buyer, context, at: world.clock.now() })
  return { approval: settings.approval, currency, timeZone, limit }
}
