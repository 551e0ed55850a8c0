// Delivers events to reactions at least once, in any order; one that keeps failing is set aside while the rest flows.
import { addSeconds } from '#shared/time'
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

/** Runs what has not yet run of an event's reactions. Each is marked by itself, so that one that fails
 * neither repeats nor blocks the others. */
export async function deliverEvent(world: World, reactions: Reactions, stored: StoredEvent): Promise<void> {
  const { key, event } = stored
  let hasFailed = false
  for (const [name, react] of Object.entries(reactions[event.type] ?? {})) {
    if (event.done?.has(name)) continue
    try {
      await react(world, event)
      await markReactionDone(world.table, key, name)
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
  if (!hasFailed) {
    if (stored.isPending !== false) await markDelivered(world.table, key)
    return
  }
  const tries = (event.tries ?? 0) + 1
  if (tries >= MOST_TRIES) world.log.alarm('event set aside', { eventId: event.id, type: event.type, ...key })
  const pause = FIRST_PAUSE_SECONDS * 2 ** tries
  await markFailed(
    world.table,
    stored,
    tries >= MOST_TRIES ? undefined : addSeconds(world.clock.now(), pause),
  )
}

/** Delivers what is due; answers how many events it took up. */
export async function deliverDueEvents(world: World, reactions: Reactions): Promise<number> {
  const due = await dueEvents(world.table, world.clock.now(), BATCH)
  for (const stored of due) await deliverEvent(world, reactions, stored)
  return due.length
}
