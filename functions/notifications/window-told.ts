import { type Cycle, cycleKey, readCycle } from '#calendar'
import type { Event } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import type { Instant } from '#shared/time'

/** The cycle that an event is about, as it stands now. */
export async function cycleTold(world: World, event: Event): Promise<Cycle | undefined> {
  const { cycleId } = event.about
  const key = isId('cycle', cycleId) ? cycleKey(cycleId) : undefined
  return key && readCycle(await world.table.get(key, { isStrong: true }))
}

/** When the window closes that an event is about: as the event says, else as the cycle stands. */
export async function closesAtOf(world: World, event: Event): Promise<Instant | undefined> {
  const { closesAt } = event.change
  return isInstant(closesAt) ? closesAt : (await cycleTold(world, event))?.closesAt
}

/** True for a moment as events keep it. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && /^\d{4}-.+T.+Z$/.test(value)
}
