import { getCompany } from '#accounts'
import { type Person, storedPeople } from '#identity'
import type { Event } from '#platform/events/event-store'
import { derivedCharacters } from '#platform/new-id'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type CustomerId, idOf, type PersonId } from '#shared/ids'
import { type FactsOf, type MessageFacts, type TemplateName, templateOf } from '#shared/message-templates'
import { addSeconds, type Instant } from '#shared/time'
import { type DeliveryPlan, HOLD_SECONDS, planDelivery } from './delivery-rules.ts'
import { gatherWrite } from './digest-store.ts'
import { isTaken, type Message, messageKey, messageWrite } from './message-store.ts'
import { storedPreferences } from './preference-store.ts'
import { sendMessage } from './send-message.ts'
import { storedTemplates } from './template-store.ts'

/** What is told of an event, to whom; `to` is the page that it is about. */
export type Notice = {
  template: TemplateName
  facts: MessageFacts
  personIds: readonly PersonId[]
  customerId?: CustomerId
  to: string
  /** From when on it is of no use to be sent. */
  until?: Instant
}

/** The event that is told; a long announcement remembers these two of it. */
export type Told = Pick<Event, 'id' | 'at'>

/** A notice whose facts are those that its template asks for. */
export function noticeOf<Name extends TemplateName>(
  template: Name,
  facts: FactsOf<Name>,
  rest: Omit<Notice, 'template' | 'facts'>,
): Notice {
  return { template, facts, ...rest }
}

/** Tells people of an event: each has one message of it, however often the event comes, and it goes out by the ways and
 * at the time that they chose. */
export async function tellPeople(world: World, event: Told, notice: Notice): Promise<void> {
  const { personIds, template, until } = notice
  const [people, preferences, [words], { timeZone }] = await Promise.all([
    storedPeople(world.table, personIds),
    storedPreferences(world.table, personIds),
    storedTemplates(world.table, [template]),
    getCompany(world),
  ])
  const { kind, isUrgent = false, isInboxOnly = false } = templateOf(template)
  for (const [at, personId] of personIds.entries()) {
    const person = people.get(personId)
    if (!person || person.erasedAt) continue
    const asked = {
      kind,
      isUrgent,
      preferences: preferences[at],
      timeZone,
      until,
      ...(isInboxOnly ? reachOf({}) : reachOf(person)),
    }
    const planned = (now: Instant) => planDelivery({ ...asked, now })
    const message = messageOf(event, notice, personId, words?.version ?? 0)
    await tellPerson(world, message, planned)
  }
}

/** By what a person can be reached. */
export function reachOf({ phone, mail }: Pick<Person, 'phone' | 'mail'>) {
  return { hasPhone: phone !== undefined, hasMail: mail !== undefined }
}

async function tellPerson(
  world: World,
  message: Message,
  planned: (now: Instant) => DeliveryPlan,
): Promise<void> {
  const now = world.clock.now()
  const plan = planned(now)
  const ways = Object.fromEntries(plan.ways.map((way) => [way, { state: 'waiting' as const, tries: 0 }]))
  if (plan.digestAt) return gather(world, { ...message, ways }, plan.digestAt, planned)
  const isNow = plan.dueAt <= now
  // What is sent at once stands in the index too, until its hold is over: who dies meanwhile leaves it to another.
  const dueAt = isNow ? addSeconds(now, HOLD_SECONDS) : plan.dueAt
  const whole: Message = { ...message, ways, ...(plan.ways.length > 0 && { dueAt }) }
  const isNew = await isTaken(world.table, messageWrite(whole))
  if (isNew && isNow && plan.ways.length > 0) await sendMessage(world, whole)
}

/** Puts a message with its place in a summary; into the next one when that has gone out already. */
async function gather(
  world: World,
  message: Message,
  digestAt: Instant,
  planned: (now: Instant) => DeliveryPlan,
): Promise<void> {
  try {
    await world.table.commit([messageWrite(message), gatherWrite(message, digestAt)])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.key.sk === messageKey(message).sk) return
    const next = planned(digestAt).digestAt
    if (next && next > digestAt) await gather(world, message, next, planned)
  }
}

function messageOf(event: Told, notice: Notice, personId: PersonId, templateVersion: number): Message {
  const { template, customerId, facts, to, until } = notice
  const derived = derivedCharacters('message', personId, event.id, template)
  const messageId = idOf('message', `${bareId(event.id)}-${derived}`)
  return {
    messageId,
    personId,
    customerId,
    template,
    templateVersion,
    facts,
    to,
    at: event.at,
    ways: {},
    until,
  }
}
