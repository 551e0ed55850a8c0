import type { Actor } from '#platform/actor'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { CustomerId, MessageId, PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { templateOf } from '#shared/message-templates'
import type { InboxMessage } from '#shared/notifications'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { type Message, markRead, messagesOfPerson, storedMessages, unreadIds } from './message-store.ts'
import { wordMessage } from './word-message.ts'

/** Whose inbox it is: a person's, for the customer they act for, else as staff. */
export type Reader = { personId: PersonId; customerId?: CustomerId }

/** The inbox of who asks; throws `identity.not_allowed` for machines. */
export function readerOf(actor: Actor): Reader {
  if (actor.kind === 'member') return { personId: actor.personId, customerId: actor.customerId }
  if (actor.kind === 'staff') return { personId: actor.personId }
  throw new Problem('identity.not_allowed')
}

type Asked = PageQuery & { only?: 'unread'; language: Language }

/** A page of my messages, newest first; unread ones are the newest of them, without a further page. */
export async function listMessages(
  world: World,
  reader: Reader,
  { only, limit, cursor, language }: Asked,
): Promise<Page<InboxMessage>> {
  const view = (message: Message) => viewOf(world, message, language)
  if (only === 'unread') {
    const ids = await unreadIds(world.table, reader, limit)
    const messages = await storedMessages(world.table, reader, ids)
    // The index may lag behind a message that has been read.
    return { items: await Promise.all(messages.filter(({ readAt }) => !readAt).map(view)) }
  }
  const question = `messages ${reader.personId} ${reader.customerId ?? ''}`
  const after = keyWithinCursor(cursor, question, world.config.secret)
  const { messages, last } = await messagesOfPerson(world.table, reader, limit, after)
  const items = await Promise.all(messages.map(view))
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

/** Marks my messages as read; naming one twice, or one of somebody else, changes nothing. */
export async function readMessages(
  world: World,
  reader: Reader,
  messageIds: readonly MessageId[],
): Promise<void> {
  const messages = await storedMessages(world.table, reader, messageIds)
  const now = world.clock.now()
  await Promise.all(messages.map((message) => markRead(world.table, message, now)))
}

async function viewOf(world: World, message: Message, language: Language): Promise<InboxMessage> {
  const { messageId, template, to, at, readAt } = message
  const { subject, inbox } = await wordMessage(world, message, language)
  const { kind } = templateOf(template)
  return { messageId, template, kind, subject, text: inbox, to, at, isRead: readAt !== undefined }
}
