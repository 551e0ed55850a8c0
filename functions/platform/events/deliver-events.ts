// Delivers events to reactions at least once, in any order; one that keeps failing is set aside while the rest flows.
import { addSeconds } from '#shared/time'
import { eachByItself, unlessUndone } from '../by-itself.ts'
import type { LogLine } from '../log.ts'
import { sideBySide } from '../side-by-side.ts'
import type { Key } from '../storage/access-pattern.ts'
import type { World } from '../world.ts'
import {
  dueEvents,
  type Event,
  markDelivered,
  markFailed,
  markReactionDone,
  type StoredEvent,
  type UnreadableEvent,
  type Waiting,
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
  if (hasFailed) await putOff(world, key, event, { type: event.type })
  else if (open.length === 0 && isPending) await markDelivered(world.table, key)
}

async function putOff(world: World, key: Key, event: Waiting, facts: LogLine): Promise<void> {
  const tries = (event.tries ?? 0) + 1
  const isAside = tries >= MOST_TRIES
  if (isAside) world.log.alarm('event set aside', { eventId: event.id, ...facts, ...key })
  const pause = FIRST_PAUSE_SECONDS * 2 ** tries
  await markFailed(world.table, key, event, isAside ? undefined : addSeconds(world.clock.now(), pause))
}

/** Delivers what is due, several partitions side by side and the events of one after each other, each whatever becomes of
 * the others; answers how many it took up. Throws `LeftUndone` at the end when one could neither be delivered nor put off. */
export async function deliverDueEvents(world: World, reactions: Reactions): Promise<number> {
  const { events, unreadable } = await dueEvents(world.table, world.clock.now(), BATCH)
  const outcome = await eachByItself(world, unreadable, { named }, async ({ key, event, error }) => {
    world.log.warn('event not read', { ...named({ key, event }), error: String(error) })
    await putOff(world, key, event, {})
    return 1
  })
  const partitions = Map.groupBy(events, ({ key }) => key.pk)
  await sideBySide(partitions.values(), AT_ONCE, async (ofOne) => {
    const { done, failed } = await eachByItself(world, ofOne, { named }, async (each) => {
      await deliverEvent(world, reactions, each)
      return 1
    })
    outcome.done += done
    outcome.failed += failed
  })
  return unlessUndone(outcome)
}

function named({ key, event }: Pick<UnreadableEvent, 'key' | 'event'>): LogLine {
  return { eventId: event.id, ...key }
}
