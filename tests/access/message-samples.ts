import { randomUUID } from 'node:crypto'
import { onMemberInvited, onStaffInvited } from '#notifications'
import { idOf, isId } from '#shared/ids'
import { unreadIds } from '../../functions/notifications/message-store.ts'
import { preferencesKey } from '../../functions/notifications/preference-store.ts'
import { templateKey } from '../../functions/notifications/template-store.ts'
import { type Actor, idOfActor } from './actors.ts'
import type { Sample } from './samples.ts'
import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

const unitOf = (side: Side) => (side === 'own' ? OWN_UNIT : SIBLING_UNIT)
const noMessage = 'msg_0-0000000000000000'
const template = 'order-lapsed'
const ways = { sms: true, mail: false }

/** A message that the actor has not read yet. */
async function newMessage(stage: Stage, actor: Actor): Promise<string> {
  const personId = await idOfActor(stage, actor)
  if (!isId('person', personId)) return noMessage
  const { world } = stage
  const customerId = actor.kind === 'member' ? stage.customers.own : undefined
  const event = {
    id: idOf('event', randomUUID().slice(0, 8).toUpperCase()),
    type: 'member.invited',
    at: world.clock.now(),
    by: { kind: 'system', id: 'tests' },
    about: { personId, ...(customerId && { customerId }) },
    change: {},
  } as const
  await (customerId ? onMemberInvited : onStaffInvited)(world, event)
  const [newest] = await unreadIds(world.table, { personId, customerId }, 1)
  return newest ?? noMessage
}

async function ofTemplate({ world }: Stage): Promise<Pick<Sample, 'headers'>> {
  const item = await world.table.get(templateKey(template))
  return { headers: { 'if-match': `"${item?.version ?? 0}"` } }
}

const words = { subject: '订单 {number}', text: `{number} {total}` }

/** Samples of the routes of messages. */
export const messageSamples: Record<
  string,
  (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample
> = {
  'GET /messages': () => ({ path: '/messages' }),
  'POST /messages/reading': async (stage, _, actor) => ({
    path: '/messages/reading',
    method: 'POST',
    body: { messageIds: [await newMessage(stage, actor)] },
  }),
  'GET /messages/failed': (_, side) => ({ path: `/messages/failed?unitPath=${unitOf(side)}` }),
  'POST /messages/failed/actions': (_, side) => ({
    path: `/messages/failed/actions?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: {
      action: 'leave',
      messages: [{ messageId: noMessage, personId: 'per_0000000000000000' }],
    },
  }),
  'GET /customers/{customerId}/messages': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/messages`,
  }),
  'GET /customers/{customerId}/obligations': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/obligations`,
  }),
  'GET /obligations': (_, side) => ({ path: `/obligations?unitPath=${unitOf(side)}` }),
  'GET /people/me/frame': () => ({ path: '/people/me/frame' }),
  'PUT /people/me/large-mode': () => ({
    path: '/people/me/large-mode',
    method: 'PUT',
    body: { isOn: true },
  }),
  'GET /people/me/preferences': () => ({ path: '/people/me/preferences' }),
  'PUT /people/me/preferences': async (stage, _, actor) => {
    const personId = await idOfActor(stage, actor)
    const item = isId('person', personId) ? await stage.world.table.get(preferencesKey(personId)) : undefined
    const kinds = {
      'order-reminders': ways,
      'order-news': ways,
      'account-changes': ways,
      'calendar-changes': ways,
    }
    return {
      path: '/people/me/preferences',
      method: 'PUT',
      headers: { 'if-match': `"${item?.version ?? 0}"` },
      body: { kinds },
    }
  },
  'GET /message-templates': () => ({ path: '/message-templates' }),
  'GET /message-templates/{template}': () => ({ path: `/message-templates/${template}` }),
  'PUT /message-templates/{template}': async (stage) => ({
    ...(await ofTemplate(stage)),
    path: `/message-templates/${template}`,
    method: 'PUT',
    body: { zh: words, en: words },
  }),
  'POST /message-templates/{template}/reset': async (stage) => ({
    ...(await ofTemplate(stage)),
    path: `/message-templates/${template}/reset`,
    method: 'POST',
  }),
}
