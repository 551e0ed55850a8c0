// Events as items beside the object they changed; what waits for delivery stands in a sparse, sharded index.
import * as z from 'zod'
import type { EventId } from '#shared/ids'
import type { Instant } from '#shared/time'
import { indexKeyOf, type Key, keyOf } from '../storage/access-pattern.ts'
import type { Table } from '../storage/dynamo-table.ts'
import { type Item, itemKind } from '../storage/item-kind.ts'
import { SHARDS, shardOf } from '../storage/sharded-query.ts'
import { ActorMarkField, InstantField } from '../storage/stored-fields.ts'
import type { Write } from '../storage/write.ts'
import { eventPatterns } from './access-patterns.ts'

/** Events that no try could deliver; a person looks at them. */
const ASIDE = 'aside'
const PENDING_KEYS = ['gsi2pk', 'gsi2sk']

const EventIdField = z.templateLiteral(['evt_', z.string()])
const PlaceInIndex = z.object({ id: EventIdField, at: InstantField, tries: z.int().optional() })

const eventKind = itemKind(
  'event',
  1,
  z.object({
    id: EventIdField,
    type: z.string(),
    at: InstantField,
    by: ActorMarkField,
    /** The import that did it, for whom it did. */
    via: z.templateLiteral(['imp_', z.string()]).optional(),
    about: z.record(z.string(), z.string()),
    change: z.record(z.string(), z.unknown()),
    done: z.set(z.string()).optional(),
    tries: z.number().int().optional(),
  }),
)

/** A change that happened: its type, when, by whom, about which ids, and the change itself by reference or from/to. */
export type Event = ReturnType<(typeof eventKind)['read']>
export type StoredEvent = { key: Key; event: Event; isPending?: boolean }
export type Waiting = Pick<Event, 'id' | 'at' | 'tries'>
/** What the index tells of an event that cannot be read. */
export type UnreadableEvent = { key: Key; event: Waiting; error: unknown }
export type DueEvents = { events: StoredEvent[]; unreadable: UnreadableEvent[] }

/** The write that puts a new event beside its object; with `isPending` it also waits in the index. */
export function eventWrite(subject: Key, event: Event, isPending: boolean): Write {
  const key = keyOf(eventPatterns.event, { partition: subject.pk, subject: subject.sk, eventId: event.id })
  return {
    put: { ...eventKind.write(event), ...(isPending && pendingKey(event.id, event.at)), ...key },
    when: { absent: true },
  }
}

/** What happened to the object at `subject`, oldest first. */
export async function eventsOf(table: Table, subject: Key): Promise<Event[]> {
  const items = await table.queryAll(eventPatterns.event, { partition: subject.pk, subject: subject.sk })
  return items.map(eventKind.read)
}

/** Events due by `now`, from all shards, at most `limit` of each. */
export async function dueEvents(table: Table, now: Instant, limit: number): Promise<DueEvents> {
  const shards = SHARDS.map(async (shard) => {
    const { items } = await table.query(eventPatterns.pendingEvents, { shard }, { limit })
    return items.filter((item) => String(item.gsi2sk) <= `${now}~`).map(keyWithin)
  })
  const keys = (await Promise.all(shards)).flat()
  const items = await table.getMany(keys, { isStrong: true })
  const due: DueEvents = { events: [], unreadable: [] }
  for (const [at, item] of items.entries()) {
    const key = keys[at]
    if (item?.gsi2pk && key) sortIn(due, key, item)
  }
  return due
}

function sortIn(due: DueEvents, key: Key, item: Item): void {
  try {
    due.events.push({ key, event: eventKind.read(item), isPending: true })
  } catch (error) {
    const [at, id] = String(item.gsi2sk).split('#')
    due.unreadable.push({ key, event: PlaceInIndex.parse({ at, id, tries: item.tries }), error })
  }
}

/** Events set aside because no try could deliver them. */
export async function eventsAside(table: Table): Promise<Key[]> {
  const items = await table.queryAll(eventPatterns.pendingEvents, { shard: ASIDE })
  return items.map(keyWithin)
}

/** An event within a raw item, as a stream hands it over; undefined when the item is something else. */
export function eventWithin(item: Item): StoredEvent | undefined {
  if (item.k !== eventKind.kind) return undefined
  return { key: keyWithin(item), event: eventKind.read(item), isPending: item.gsi2pk !== undefined }
}

/** Notes that a reaction is done; with `isDelivered` it was the last one, and the event waits no more. */
export async function markReactionDone(
  table: Table,
  key: Key,
  reaction: string,
  { isDelivered }: { isDelivered: boolean },
): Promise<void> {
  const change = { add: { done: new Set([reaction]) }, ...(isDelivered && { remove: PENDING_KEYS }) }
  await table.commit([{ update: key, change, when: { present: true } }])
}

export async function markDelivered(table: Table, key: Key): Promise<void> {
  await table.commit([{ update: key, change: { remove: PENDING_KEYS }, when: { present: true } }])
}

/** Notes a failed try: the event comes up again at `dueAt`, or is set aside when there is no more try. */
export async function markFailed(
  table: Table,
  key: Key,
  { id, at }: Waiting,
  dueAt: Instant | undefined,
): Promise<void> {
  const waiting = dueAt ? pendingKey(id, dueAt) : pendingKey(id, at, ASIDE)
  await table.commit([{ update: key, change: { set: waiting, add: { tries: 1 } }, when: { present: true } }])
}

function pendingKey(eventId: EventId, dueAt: Instant, shard: string = shardOf(eventId)) {
  return indexKeyOf(eventPatterns.pendingEvents, { shard, dueAt, eventId })
}

function keyWithin(item: Item): Key {
  return { pk: String(item.pk), sk: String(item.sk) }
}
