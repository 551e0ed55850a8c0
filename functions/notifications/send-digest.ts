import { storedPeople } from '#identity'
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
import { type Message, storedMessages } from './message-store.ts'
import { addressOf, handOver, noteSending, waysLeft } from './send-message.ts'
import { wordMessage } from './word-message.ts'

/** Sends one person's summary of the day: everything that waits for it as one SMS and one mail. */
export async function sendDigest(world: World, digest: Digest): Promise<void> {
  const { personId } = digest
  const person = (await storedPeople(world.table, [personId])).get(personId)
  const messages = await messagesGathered(world, digest)
  const language = person?.language ?? 'zh'
  for (const way of messageWays) {
    const left = messages.filter((message) => waysLeft(message).includes(way))
    const address = addressOf(person, way)
    if (left.length === 0) continue
    const text = await summaryOf(world, left, language)
    const isSent = address !== undefined && (await isTaken(world, digest, way, address, text))
    if (address && !isSent && (await putOff(world, digest))) return
    const tries = (digest.tries ?? 0) + 1
    const state = isSent ? 'sent' : address ? 'given-up' : 'no-address'
    for (const message of left)
      await noteSending(world, message, way, { state, tries, at: world.clock.now() })
  }
  await world.table.commit([digestDoneWrite(digest, world.clock.now())])
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

async function isTaken(
  world: World,
  { digestId, tries = 0 }: Digest,
  way: MessageWay,
  address: string,
  text: WrittenMessage,
): Promise<boolean> {
  try {
    await handOver(world, way, address, { id: digestId, ...text })
    return true
  } catch (error) {
    const facts = { digestId, way, tries: tries + 1 }
    if (pauseAfter(tries + 1) === undefined) world.log.alarm('summary given up', facts, error)
    else world.log.warn('summary not sent', { ...facts, error: String(error) })
    return false
  }
}

/** True when there is another try, which it plans. */
async function putOff(world: World, digest: Digest): Promise<boolean> {
  const pause = pauseAfter((digest.tries ?? 0) + 1)
  if (pause === undefined) return false
  await world.table.commit([digestFailedWrite(digest, addSeconds(world.clock.now(), pause))])
  return true
}
