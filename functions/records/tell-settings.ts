import { companyKey, getOrderMinimum } from '#accounts'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { Told } from './tell-master-data.ts'

/** What the company sets for all orders. */
export type SettingNamed = { setting: 'order-minimum' }

export async function toldOfSetting(world: World, _named: SettingNamed): Promise<Told> {
  const [current, events] = await Promise.all([getOrderMinimum(world), eventsOf(world.table, companyKey)])
  return { current, events }
}
