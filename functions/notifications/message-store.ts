import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { InstantField } from '#platform/storage/stored-fields'
import { Refused, type Write } from '#platform/storage/write'
import { CustomerIdField, TextField } from '#shared/accounts'
import { PersonIdField } from '#shared/identity'
import { bareId, type CustomerId, idOf, type MessageId, type PersonId } from '#shared/ids'
import { type MessageWay, messageWays } from '#shared/message-templates'
import { MessageIdField, sendingStates, TemplateNameField } from '#shared/notifications'
import type { Instant } from '#shared/time'
import { messagePatterns } from './access-patterns.ts'
import { ASIDE, dueKey } from './due-store.ts'

/** The scope of what is told to staff; everything else has a customer. */
const STAFF = 'STAFF'
const Sending = z.object({
  state: z.enum(sendingStates),
  tries: z.number().int(),
  at: InstantField.optional(),
})

const messageKind = itemKind(
  'message',
  1,
  z.object({
    messageId: MessageIdField,
    personId: PersonIdField,
    customerId: CustomerIdField.optional(),
    template: TemplateNameField,
    templateVersion: z.number().int(),
    facts: z.record(z.string(), z.union([z.string(), TextField])),
    to: z.string(),
    at: InstantField,
    ways: z.object({ sms: Sending.optional(), mail: Sending.optional() }),
    /** When it is sent, or looked at again; absent once nothing is left to send. */
    dueAt: InstantField.optional(),
    readAt: InstantField.optional(),
    /** From when on it is of no use any more, and no way takes it. */
    until: InstantField.optional(),
  }),
)
/** What one person was told of one event: once, whatever happens to the event or to the ways out. */
export type Message = ReturnType<(typeof messageKind)['read']>
export type Sending = z.infer<typeof Sending>
type Whose = Pick<Message, 'personId' | 'customerId'>

/** Where a message lies: known from the person, the customer and its id. */
export function messageKey({ personId, customerId, messageId }: Whose & { messageId: MessageId }): Key {
  const parts = { ...scopeOf({ personId, customerId }), message: bareId(messageId) }
  return keyOf(messagePatterns.messages, parts)
}

/** Puts a new message, unread; refused when it is there. */
export function messageWrite(message: Message): Write {
  const { messageId, dueAt } = message
  const unread = indexKeyOf(messagePatterns.unread, { ...scopeOf(message), message: bareId(messageId) })
  const due = dueAt && dueKey({ waiting: bareId(messageId), dueAt })
  return {
    put: { ...messageKind.write(message), ...unread, ...due, ...messageKey(message) },
    when: { absent: true },
  }
}

/** Notes what became of one way, and when the message is to be looked at next; refused when someone else did. */
export function wayWrite(before: Message, way: MessageWay, after: Message): Write {
  const waiting = bareId(after.messageId)
  const isGivenUp = Object.values(after.ways).some((sending) => sending?.state === 'given-up')
  const place = after.dueAt ? dueKey({ waiting, dueAt: after.dueAt }) : isGivenUp && asideKey(after)
  const set = { [`ways.${way}`]: after.ways[way], dueAt: after.dueAt, ...place }
  return {
    update: messageKey(before),
    change: { set, ...(!place && { remove: ['gsi2pk', 'gsi2sk'] }) },
    when: { equals: { [`ways.${way}.tries`]: before.ways[way]?.tries } },
  }
}

/** Has a message that was given up sent at `now` on the ways that were; refused when it is not set aside. */
export function sentAgainWrite(message: Message, now: Instant): Write {
  const givenUp = messageWays.filter((way) => message.ways[way]?.state === 'given-up')
  const anew = givenUp.map((way) => [`ways.${way}`, { state: 'waiting', tries: 0 }])
  const place = dueKey({ waiting: bareId(message.messageId), dueAt: now })
  return {
    update: messageKey(message),
    change: { set: { ...Object.fromEntries(anew), dueAt: now, ...place } },
    when: { equals: asideKey(message) },
  }
}

/** Lists a message no more that was given up; refused when it is not set aside. */
export function setAsideNoMoreWrite(message: Message): Write {
  const change = { remove: ['gsi2pk', 'gsi2sk'] }
  return { update: messageKey(message), change, when: { equals: asideKey(message) } }
}

/** Writes it, and whether the table took it: false when what it asks for no longer stands. */
export async function isTaken(table: Table, write: Write): Promise<boolean> {
  try {
    await table.commit([write])
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

function asideKey({ messageId, at }: Message) {
  return dueKey({ waiting: bareId(messageId), dueAt: at }, ASIDE)
}

/** Marks a message as read; it stays so. */
export async function markRead(table: Table, message: Message, readAt: string): Promise<void> {
  if (message.readAt) return
  await table.commit([
    {
      update: messageKey(message),
      change: { set: { readAt }, remove: ['gsi1pk', 'gsi1sk'] },
      when: { present: true },
    },
  ])
}

/** A message within a raw item; undefined when the item is something else. */
export function messageWithin(item: Item | undefined): Message | undefined {
  return item?.k === messageKind.kind ? messageKind.read(item) : undefined
}

export async function storedMessages(
  table: Table,
  whose: Whose,
  messageIds: readonly MessageId[],
): Promise<Message[]> {
  const keys = messageIds.map((messageId) => messageKey({ ...whose, messageId }))
  return (await table.getMany(keys, { isStrong: true })).flatMap((item) => messageWithin(item) ?? [])
}

export type MessagePage = { messages: Message[]; last?: Item }

/** A page of what a person was told, newest first. */
export async function messagesOfPerson(
  table: Table,
  whose: Whose,
  limit: number,
  after?: Item,
): Promise<MessagePage> {
  const options = { limit, after, descending: true }
  const { items, last } = await table.query(messagePatterns.messages, scopeOf(whose), options)
  return { messages: items.map(messageKind.read), last }
}

/** A page of what all members of a customer were told, person by person. */
export async function messagesOfCustomer(
  table: Table,
  customerId: CustomerId,
  limit: number,
  after?: Item,
): Promise<MessagePage> {
  const options = { limit, after, descending: true }
  const { items, last } = await table.query(messagePatterns.messages, { scope: bareId(customerId) }, options)
  return { messages: items.map(messageKind.read), last }
}

/** The ids of the newest unread messages, at most `limit`. */
export async function unreadIds(table: Table, whose: Whose, limit: number): Promise<MessageId[]> {
  const options = { limit, descending: true }
  const { items } = await table.query(messagePatterns.unread, scopeOf(whose), options)
  return items.map((item) => idOf('message', String(item.gsi1sk)))
}

function scopeOf({ personId, customerId }: Whose): { scope: string; personId: PersonId } {
  return { scope: customerId ? bareId(customerId) : STAFF, personId }
}
