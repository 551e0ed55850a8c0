import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { InstantField } from '#platform/storage/stored-fields'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { PersonIdField } from '#shared/identity'
import { bareId, idOf, type MessageId, type PersonId } from '#shared/ids'
import { messageWays } from '#shared/message-templates'
import { MessageIdField } from '#shared/notifications'
import type { Instant } from '#shared/time'
import { messagePatterns } from './access-patterns.ts'
import { dueKey } from './due-store.ts'
import type { Message } from './message-store.ts'

const NOBODY = '-'

const digestKind = itemKind(
  'message-digest',
  1,
  z.object({
    digestId: MessageIdField,
    personId: PersonIdField,
    /** The moment for which it gathers; `dueAt` moves on when a try fails. */
    of: InstantField,
    dueAt: InstantField.optional(),
    /** `<customer id or ->/<message id>` of what it gathers. */
    members: z.set(z.string()),
    /** How often each way failed. */
    failures: z.partialRecord(z.enum(messageWays), z.number().int()).optional(),
    doneAt: InstantField.optional(),
  }),
)
/** One person's summary of one day. */
export type Digest = ReturnType<(typeof digestKind)['read']>

/** Puts a message into the summary of `of`; refused when that is being sent or was. Doing it twice is once. */
export function gatherWrite(message: Message, of: Instant): Write {
  const { personId, customerId, messageId } = message
  const derived = derivedCharacters('digest', personId, of)
  const digestId = idOf('message', `D-${derived}`)
  const { members: _, ...fixed } = digestKind.write({ digestId, personId, of, members: new Set() })
  return {
    update: digestKey(personId, of),
    change: {
      set: { ...fixed, dueAt: of, ...dueKey({ waiting: bareId(digestId), dueAt: of }) },
      add: { members: new Set([`${customerId ?? NOBODY}/${messageId}`]) },
    },
    // Whoever takes a summary up moves it, and it moves with each try.
    when: { equals: { dueAt: of, doneAt: undefined }, orAbsent: true },
  }
}

/** Ends a summary; refused when it gathers more than was read. */
export function digestDoneWrite(digest: Digest, doneAt: Instant): Write {
  const change = { set: { doneAt }, remove: ['gsi2pk', 'gsi2sk', 'dueAt'] }
  return {
    update: digestKey(digest.personId, digest.of),
    change,
    when: { equals: { members: digest.members } },
  }
}

/** Notes by which ways a summary could not be sent yet, and when the next try is. */
export function digestFailedWrite(digest: Digest, failures: Digest['failures'], dueAt: Instant): Write {
  const waiting = bareId(digest.digestId)
  const change = { set: { failures, dueAt, ...dueKey({ waiting, dueAt }) } }
  return { update: digestKey(digest.personId, digest.of), change, when: { present: true } }
}

/** A summary within a raw item; undefined when the item is something else. */
export function digestWithin(item: Item | undefined): Digest | undefined {
  return item?.k === digestKind.kind ? digestKind.read(item) : undefined
}

/** The messages that a summary gathers, with the customer of each. */
export function membersOf(digest: Digest): Array<Pick<Message, 'customerId' | 'messageId'>> {
  return [...digest.members].sort().flatMap((member) => {
    const [customer, message] = member.split('/')
    const customerId = CustomerIdField.safeParse(customer).data
    const messageId: MessageId | undefined = MessageIdField.safeParse(message).data
    return messageId ? [{ customerId, messageId }] : []
  })
}

function digestKey(personId: PersonId, of: Instant): Key {
  return keyOf(messagePatterns.digest, { personId: bareId(personId), dueAt: of })
}
