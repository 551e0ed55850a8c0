// Delivers events to reactions at least once, in any order; one that keeps failing is set aside while the rest flows.
import { addSeconds } from '#shared/time'
import { sideBySide } from '../side-by-side.ts'
import type { World } from '../world.ts'
import {
  dueEvents,
  type Event,
  markDelivered,
  markFailed,
  markReactionDone,
  type StoredEvent,
} from './event-store.ts'

/** What follows from an event. It may run more than once for the same event, so it must not mind. */
export type Reaction = (world: World, event: Event) => Promise<void>

/** Who reacts to what: event type → name of the reaction → reaction. */
export type Reactions = Readonly<Record<string, Readonly<Record<string, Reaction>>>>

const MOST_TRIES = 6
const FIRST_PAUSE_SECONDS = 2
const BATCH = 25
const AT_ONCE = 8

/** Runs what has not yet run of an event's reactions. Each is marked by itself, so that one that fails
 * neither repeats nor blocks the others; the mark of the last one ends the waiting as well. */
export async function deliverEvent(world: World, reactions: Reactions, stored: StoredEvent): Promise<void> {
  const { key, event } = stored
  const open = Object.entries(reactions[event.type] ?? {}).filter(([name]) => !event.done?.has(name))
  const isPending = stored.isPending !== false
  let hasFailed = false
  for (const [at, [name, react]] of open.entries()) {
    try {
      await react(world, event)
      const isLast = at === open.length - 1 && !hasFailed
      await markReactionDone(world.table, key, name, { isDelivered: isLast && isPending })
    } catch (error) {
      hasFailed = true
      world.log.warn('reaction failed', {
        eventId: event.id,
        type: event.type,
        reaction: name,
        error: String(error),
      })
    }
  }
  if (hasFailed) await putOff(world, stored)
  else if (open.length === 0 && isPending) await markDelivered(world.table, key)
}

async function putOff(world: World, stored: StoredEvent): Promise<void> {
  const { key, event } = stored
  const tries = (event.tries ?? 0) + 1
  const isAside = tries >= MOST_TRIES
  if (isAside) world.log.alarm('event set aside', { eventId: event.id, type: event.type, ...key })
  const pause = FIRST_PAUSE_SECONDS * 2 ** tries
  await markFailed(world.table, stored, isAside ? undefined : addSeconds(world.clock.now(), pause))
}

/** Delivers what is due, several partitions side by side and the events of one after each other; answers how many
 * it took up. */
export async function deliverDueEvents(world: World, reactions: Reactions): Promise<number> {
  const due = await dueEvents(world.table, world.clock.now(), BATCH)
  const partitions = Map.groupBy(due, ({ key }) => key.pk)
  await sideBySide(partitions.values(), AT_ONCE, async (events) => {
    for (const stored of events) await deliverEvent(world, reactions, stored)
  })
  return due.length
}
