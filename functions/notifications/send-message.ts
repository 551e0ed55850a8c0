import { type Person, storedPeople } from '#identity'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { type MessageWay, messageWays, type WrittenMessage } from '#shared/message-templates'
import { addSeconds } from '#shared/time'
import { isOver, pauseAfter } from './delivery-rules.ts'
import { type Message, type Sending, wayWrite } from './message-store.ts'
import { wordMessage } from './word-message.ts'

/** Sends what is left of a message that this process has taken up. A way is noted as sent once it took the message: who
 * dies in between leaves it to be sent again, under the same id. */
export async function sendMessage(world: World, message: Message): Promise<void> {
  const person = (await storedPeople(world.table, [message.personId])).get(message.personId)
  const written = await wordMessage(world, message, person?.language ?? 'zh')
  let current = message
  for (const way of waysLeft(message)) {
    const sending = await tryWay(world, current, way, person, written)
    current = await noteSending(world, current, way, sending)
  }
}

/** The ways by which a message has still to go. */
export function waysLeft({ ways }: Pick<Message, 'ways'>): MessageWay[] {
  return messageWays.filter((way) => ways[way]?.state === 'waiting')
}

/** Notes what became of one way; the message comes up again while a way is left, and stands aside when one was given up. */
export async function noteSending(
  world: World,
  before: Message,
  way: MessageWay,
  sending: Sending,
): Promise<Message> {
  const ways = { ...before.ways, [way]: sending }
  const after: Message = { ...before, ways, dueAt: nextTry(world, before, sending, waysLeft({ ways })) }
  try {
    await world.table.commit([wayWrite(before, way, after)])
  } catch (error) {
    // Another process sent it meanwhile: what it noted holds.
    if (!(error instanceof Refused)) throw error
  }
  return after
}

/** Hands a text to one way; throws when the way does not take it. */
export async function handOver(
  world: World,
  way: MessageWay,
  to: string,
  { id, subject, mail, sms }: { id: string; subject: string; mail: string; sms: string },
): Promise<void> {
  if (way === 'sms') return world.sendSms({ id, to, text: sms })
  return world.sendMail({ id, to, subject, text: mail })
}

/** Where a person is reached by a way; nowhere once they are erased. */
export function addressOf(person: Person | undefined, way: MessageWay): string | undefined {
  return way === 'sms' ? person?.phone : person?.mail
}

async function tryWay(
  world: World,
  message: Message,
  way: MessageWay,
  person: Person | undefined,
  written: WrittenMessage,
): Promise<Sending> {
  const at = world.clock.now()
  const tries = (message.ways[way]?.tries ?? 0) + 1
  const address = addressOf(person, way)
  if (isOver(message.until, at)) return { state: 'over', tries, at }
  if (!address) return { state: 'no-address', tries, at }
  try {
    await handOver(world, way, address, { id: message.messageId, ...written })
    return { state: 'sent', tries, at }
  } catch (error) {
    const facts = { messageId: message.messageId, way, tries }
    if (pauseAfter(tries) !== undefined) {
      world.log.warn('message not sent', { ...facts, error: String(error) })
      return { state: 'waiting', tries, at }
    }
    world.log.alarm('message given up', facts, error)
    return { state: 'given-up', tries, at }
  }
}

function nextTry(world: World, before: Message, { state, tries }: Sending, left: MessageWay[]) {
  if (left.length === 0) return undefined
  const pause = state === 'waiting' ? pauseAfter(tries) : undefined
  return pause === undefined ? before.dueAt : addSeconds(world.clock.now(), pause)
}
