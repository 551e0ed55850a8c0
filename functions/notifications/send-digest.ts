import { type Person, storedPeople } from '#identity'
import { unlessMeanwhile } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import {
  defaultWordings,
  type MessageWay,
  messageWays,
  type WrittenMessage,
  writeMessage,
} from '#shared/message-templates'
import { addSeconds } from '#shared/time'
import { pauseAfter } from './delivery-rules.ts'
import { type Digest, digestDoneWrite, digestFailedWrite, membersOf } from './digest-store.ts'
import { type Message, type Sending, storedMessages } from './message-store.ts'
import { addressOf, handOver, noteSending, waysLeft } from './send-message.ts'
import { wordMessage } from './word-message.ts'

/** Sends one person's summary of the day: everything that waits for it as one SMS and one mail. Each way has its own
 * tries; one that fails holds back no other, and the summary is put off once, at the end. */
export async function sendDigest(world: World, digest: Digest): Promise<void> {
  const person = (await storedPeople(world.table, [digest.personId])).get(digest.personId)
  const messages = await messagesGathered(world, digest)
  const failures = { ...digest.failures }
  const pauses: number[] = []
  for (const way of messageWays) {
    const left = messages.filter((message) => waysLeft(message).includes(way))
    if (left.length === 0) continue
    const sending = await tryWay(world, digest, way, person, left)
    const pause = sending.state === 'waiting' ? pauseAfter(sending.tries) : undefined
    if (pause === undefined) for (const message of left) await noteSending(world, message, way, sending)
    else pauses.push(pause)
    failures[way] = sending.tries
  }
  const now = world.clock.now()
  const end =
    pauses.length > 0
      ? digestFailedWrite(digest, failures, addSeconds(now, Math.min(...pauses)))
      : digestDoneWrite(digest, now)
  // What it gathered meanwhile is sent when its hold is over.
  await unlessMeanwhile(() => world.table.commit([end]))
}

async function messagesGathered(world: World, digest: Digest): Promise<Message[]> {
  const members = membersOf(digest)
  const byCustomer = Map.groupBy(members, ({ customerId }) => customerId)
  const found = await Promise.all(
    [...byCustomer].map(([customerId, some]) =>
      storedMessages(
        world.table,
        { personId: digest.personId, customerId },
        some.map(({ messageId }) => messageId),
      ),
    ),
  )
  return found.flat().sort((left, right) => (left.messageId < right.messageId ? -1 : 1))
}

/** A single message is itself; several are a list: of their subjects by SMS, whole by mail. */
async function summaryOf(
  world: World,
  messages: readonly Message[],
  language: Language,
): Promise<WrittenMessage> {
  const written = await Promise.all(messages.map((message) => wordMessage(world, message, language)))
  const [first] = written
  if (first && written.length === 1) return first
  const words = defaultWordings('digest')[language]
  const count = String(written.length)
  const whole = written.map(({ subject, mail }) => `${subject}\n${mail}`).join('\n\n')
  const short = written.map(({ subject }) => subject).join('\n')
  const mail = writeMessage(words, { count, list: whole }, language, '')
  return { ...mail, sms: `${mail.subject}\n${short}` }
}

async function tryWay(
  world: World,
  { digestId, failures }: Digest,
  way: MessageWay,
  person: Person | undefined,
  messages: readonly Message[],
): Promise<Sending> {
  const [at, tries, address] = [world.clock.now(), (failures?.[way] ?? 0) + 1, addressOf(person, way)]
  if (!address) return { state: 'no-address', tries, at }
  const text = await summaryOf(world, messages, person?.language ?? 'zh')
  try {
    await handOver(world, way, address, { id: digestId, ...text })
    return { state: 'sent', tries, at }
  } catch (error) {
    const facts = { digestId, way, tries }
    if (pauseAfter(tries) !== undefined) {
      world.log.warn('summary not sent', { ...facts, error: String(error) })
      return { state: 'waiting', tries, at }
    }
    world.log.alarm('summary given up', facts, error)
    return { state: 'given-up', tries, at }
  }
}
