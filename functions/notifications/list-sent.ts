import { customersWithIds } from '#accounts'
import { namesOfPeople } from '#identity'
import type { Key } from '#platform/storage/access-pattern'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { CustomerId, PersonId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { FailedMessages, SentMessage } from '#shared/notifications'
import type { Page, PageQuery } from '#shared/paging'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { keysAside } from './due-store.ts'
import {
  type Message,
  type MessagePage,
  messagesOfCustomer,
  messagesOfPerson,
  messageWithin,
  type Sending,
} from './message-store.ts'
import { wordMessage } from './word-message.ts'

const MOST_FAILED = 100
const MOST_AT_ONCE = 100
const MOST_READS = 50

type Asked = PageQuery & {
  customerId: CustomerId
  personId?: PersonId
  state?: Sending['state']
  language: Language
}

/** All that the people of a customer were ever told, in words, and what became of it on each way. */
export async function allMessagesOfCustomer(
  world: World,
  customerId: CustomerId,
  language: Language,
): Promise<Array<SentMessage & { text: string }>> {
  const told: Array<SentMessage & { text: string }> = []
  let after: MessagePage['last']
  do {
    const page = await messagesOfCustomer(world.table, customerId, MOST_AT_ONCE, after)
    const [views, worded] = await Promise.all([
      sentViews(world, page.messages, language),
      Promise.all(page.messages.map((message) => wordMessage(world, message, language))),
    ])
    told.push(...views.map((view, at) => ({ ...view, text: worded[at]?.inbox ?? '' })))
    after = page.last
  } while (after)
  return told
}

/** A page of what the members of a customer were told, and what became of it on each way. A page that is filtered by
 * state may hold less than asked for though more follows. */
export async function listSent(
  world: World,
  asker: string,
  { customerId, personId, state, limit, cursor, language }: Asked,
): Promise<Page<SentMessage>> {
  const question = `sent ${asker} ${customerId} ${personId ?? ''} ${state ?? ''}`
  const after = keyWithinCursor(cursor, question, world.config.secret)
  const { messages, last } = personId
    ? await messagesOfPerson(world.table, { customerId, personId }, limit, after)
    : await messagesOfCustomer(world.table, customerId, limit, after)
  const found = messages.filter(
    ({ ways }) => !state || Object.values(ways).some((sending) => sending?.state === state),
  )
  const items = await sentViews(world, found, language)
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

/** What could not be sent to the members of the customers under the given subtrees, newest first. What was meant for
 * staff shows where the whole company is asked for. Reads past what lies elsewhere, some 5,000 of it at most. */
export async function listFailed(
  world: World,
  subtrees: readonly UnitPath[],
  language: Language,
): Promise<FailedMessages> {
  const seen: Message[] = []
  let after: MessagePage['last']
  let reads = 0
  do {
    const { keys, last } = await keysAside(world.table, MOST_AT_ONCE, after)
    seen.push(...(await messagesWithin(world, keys, subtrees)))
    after = last
  } while (after && seen.length < MOST_FAILED && ++reads < MOST_READS)
  const items = await sentViews(world, seen.slice(0, MOST_FAILED), language)
  return { items, isMore: after !== undefined || seen.length > MOST_FAILED }
}

/** The messages with these keys that were meant for people of the customers under the given subtrees. */
export async function messagesWithin(
  world: World,
  keys: readonly Key[],
  subtrees: readonly UnitPath[],
): Promise<Message[]> {
  const items = await world.table.getMany(keys, { isStrong: true })
  const messages = items.flatMap((item) => messageWithin(item) ?? [])
  const isWhole = subtrees.some((path) => !path.includes('/'))
  const ids = messages.flatMap(({ customerId }) => customerId ?? [])
  const customers = await customersWithIds(world.table, ids)
  const ours = new Set(
    customers.flatMap((customer) =>
      customer && isWithinUnits(customer.unitPath, subtrees) ? [customer.customerId] : [],
    ),
  )
  return messages.filter(({ customerId }) => (customerId ? ours.has(customerId) : isWhole))
}

async function sentViews(
  world: World,
  messages: readonly Message[],
  language: Language,
): Promise<SentMessage[]> {
  const customerIds = [...new Set(messages.flatMap(({ customerId }) => customerId ?? []))]
  const [names, customers] = await Promise.all([
    namesOfPeople(
      world,
      messages.map(({ personId }) => personId),
    ),
    customersWithIds(world.table, customerIds),
  ])
  const shops = new Map(
    customers.flatMap((customer) => (customer ? [[customer.customerId, customer.name[language]]] : [])),
  )
  return Promise.all(
    messages.map(async (message) => {
      const { messageId, customerId, personId, template, at, dueAt, ways, readAt } = message
      const { subject } = await wordMessage(world, message, language)
      const personName = names.get(personId) ?? ''
      const customerName = customerId && shops.get(customerId)
      const isRead = readAt !== undefined
      return {
        messageId,
        customerId,
        customerName,
        personId,
        personName,
        template,
        subject,
        at,
        dueAt,
        ways,
        isRead,
      }
    }),
  )
}
