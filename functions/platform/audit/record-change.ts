// Every change commits its event in the same transaction: audit entry, history, and what others react to.
import { type Actor, markOf } from '../actor.ts'
import { eventWrite } from '../events/event-store.ts'
import type { Key } from '../storage/access-pattern.ts'
import type { Write } from '../storage/write.ts'
import type { World } from '../world.ts'

/** A change: `<noun>.<past-verb>`, the key of the object it happened to, the ids it is about, and what changed. */
export type ChangeRecord = {
  type: `${string}.${string}`
  subject: Key
  about: Readonly<Record<string, string>>
  change: Readonly<Record<string, unknown>>
}

/** The event of a change, as a write to be committed together with it. */
export function recordChange(world: World, actor: Actor, record: ChangeRecord): Write {
  const event = {
    id: world.newId.event(),
    type: record.type,
    at: world.clock.now(),
    by: markOf(actor),
    ...(actor.kind === 'system' && actor.acts && { via: actor.acts.via }),
    about: { ...record.about },
    change: { ...record.change },
  }
  return eventWrite(record.subject, event, world.config.eventDelivery === 'pending')
}

/** Commits a change and its event at once. The event is the proof when the outcome of a try is unknown. */
export async function commitChange(
  world: World,
  actor: Actor,
  record: ChangeRecord,
  writes: readonly Write[],
): Promise<void> {
  const event = recordChange(world, actor, record)
  await world.table.commit([...writes, event], event)
}
