import { companyKey, getOrderMinimum, ORDER_MINIMUM_SAVED } from '#accounts'
import { getThresholds, oddityKey, thresholdsKey, toldOfOddity } from '#oddities'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import type { Told } from './tell-master-data.ts'

/** What the company sets for all orders, and what people made of what looked odd by it. */
export type SettingNamed =
  | { setting: 'order-minimum' | 'oddity-thresholds' }
  | { setting: 'oddity'; customerId: CustomerId; cycleId: CycleId }

/** Throws `oddities.oddity_not_found`. */
export async function toldOfSetting(world: World, named: SettingNamed): Promise<Told> {
  const { table } = world
  if (named.setting === 'oddity') {
    const { customerId, cycleId } = named
    const current = await toldOfOddity(world, named)
    return { current, events: await eventsOf(table, oddityKey(customerId, cycleId)) }
  }
  if (named.setting === 'order-minimum')
    return {
      current: await getOrderMinimum(world),
      events: (await eventsOf(table, companyKey)).filter(({ type }) => type === ORDER_MINIMUM_SAVED),
    }
  return { current: await getThresholds(world), events: await eventsOf(table, thresholdsKey) }
}
