import { holdCustomer } from '#accounts'
import type { CustomerId } from '#shared/ids'
import type { Sent } from '../support/api-client.ts'
import { accountSamples } from './account-samples.ts'
import { type Actor, idOfActor } from './actors.ts'
import { calendarSamples } from './calendar-samples.ts'
import { catalogueSamples } from './catalogue-samples.ts'
import { companySamples } from './company-samples.ts'
import { draftSamples } from './draft-samples.ts'
import { historySamples } from './history-samples.ts'
import { importSamples, isOfImporter } from './import-samples.ts'
import { messageSamples } from './message-samples.ts'
import { odditySamples } from './oddity-samples.ts'
import { sessionSamples } from './session-samples.ts'
import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

export type Sample = Sent & { path: string }
type MakeSample = (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample

const tester = { kind: 'system', name: 'tests' } as const
const unitOf = (side: Side) => (side === 'own' ? OWN_UNIT : SIBLING_UNIT)
let invited = 0
const nextPhone = () => `+861992${String(++invited).padStart(7, '0')}`

async function ofOrder(stage: Stage, side: Side, rest: string, sent: Sent = {}): Promise<Sample> {
  const { orderId, version } = await stage.newOrder(stage.customers[side])
  return { ...sent, path: `/orders/${orderId}${rest}`, headers: { 'if-match': `"${version}"` } }
}

const ofCustomer =
  (rest: string, sent: Sent = {}): MakeSample =>
  (stage, side) => ({ ...sent, path: `/customers/${stage.customers[side]}${rest}` })
const lines = (stage: Stage) => [{ productId: stage.product, quantity: 1 }]

async function ofMember(stage: Stage, customerId: CustomerId): Promise<Sample> {
  const person = await stage.memberOf(customerId, 'read-only')
  const { items } = await stage.world.table.query(
    { room: '', name: '', question: '', read: 'query', pk: 'P#{p}', sk: 'M#{c}' } as const,
    { p: person.slice(4) },
  )
  const headers = { 'if-match': `"${items[0]?.version}"` }
  return {
    path: `/customers/${customerId}/members/${person}`,
    method: 'PUT',
    headers,
    body: { role: 'read-only', isDisabled: false },
  }
}

async function ofStaff(stage: Stage, side: Side): Promise<Sample> {
  const person = await stage.staffWith('publisher', unitOf(side))
  const item = await stage.world.table.get({ pk: `P#${person.slice(4)}`, sk: 'STAFF' })
  const body = { grants: [{ role: 'publisher', unitPath: unitOf(side) }], isDisabled: false }
  return { path: `/staff/${person}`, method: 'PUT', headers: { 'if-match': `"${item?.version}"` }, body }
}

const savedCustomer = (side: Side) => ({
  ...{ name: { zh: '店', en: 'Shop' }, kind: 'retailer', licence: { number: '' }, format: '' },
  ...{ unitPath: unitOf(side), batch: 'daily', priceList: 'standard', grade: 18, addresses: [] },
})

async function versionOfRecord(stage: Stage, customerId: CustomerId): Promise<number> {
  const item = await stage.world.table.get({ pk: `C#${customerId.slice(4)}`, sk: 'C' })
  return Number(item?.version ?? 0)
}

async function versionNow(stage: Stage, customerId: CustomerId): Promise<string> {
  return `"${await versionOfRecord(stage, customerId)}"`
}

async function ofVersion(stage: Stage, side: Side, rest: string, sent: Sent): Promise<Sample> {
  const customerId = stage.customers[side]
  const headers = { 'if-match': await versionNow(stage, customerId) }
  return { ...sent, path: `/customers/${customerId}${rest}`, headers }
}

async function ofContact(stage: Stage, side: Side, sent: Sent): Promise<Sample> {
  const customerId = stage.customers[side]
  const personId = await stage.newContact(customerId)
  return { ...sent, path: `/customers/${customerId}/contacts/${personId}`, headers: { 'if-match': '"1"' } }
}

async function ofRequest(stage: Stage, side: Side, rest: string, sent: Sent = {}): Promise<Sample> {
  const customerId = stage.customers[side]
  return { ...sent, path: `/customers/${customerId}/requests/${await stage.newRequest(customerId)}${rest}` }
}

const held = new Set<string>()
/** Held for the first twin alone, so that no later route meets a shop on hold; releasing again is no refusal. */
async function holdOnce({ world }: Stage, customerId: CustomerId): Promise<void> {
  const shop = `${world.config.tableName} ${customerId}`
  if (held.has(shop)) return
  held.add(shop)
  await holdCustomer(world, tester, { customerId, reason: '证照过期' })
}

let lastGrade = 1
// A grade given again writes nothing, and then no allowed twin would have.
function anotherGrade(): number {
  lastGrade = (lastGrade % 30) + 1
  return lastGrade
}

/** A request of each route that succeeds for whoever may make it. A route without one fails the matrix. */
export const samples: Record<string, MakeSample> = {
  ...accountSamples,
  ...catalogueSamples,
  ...draftSamples,
  ...historySamples,
  ...messageSamples,
  ...sessionSamples,
  ...companySamples,
  'PUT /customers/{customerId}/balance': async (stage, side) => ({
    path: `/customers/${stage.customers[side]}/balance?unitPath=${unitOf(side)}`,
    method: 'PUT',
    headers: { 'if-match': await versionNow(stage, stage.customers[side]) },
    body: { balance: Number(nextPhone().slice(-6)) },
  }),
  'POST /customers/balances/batch': (stage, side) => ({
    path: `/customers/balances/batch?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: { items: [{ customer: stage.customers[side], balance: Number(nextPhone().slice(-6)) }] },
  }),
  ...calendarSamples,
  'GET /customers': (_, side) => ({ path: `/customers?unitPath=${unitOf(side)}` }),
  'GET /customers/{customerId}': ofCustomer(''),
  'GET /customers/found': (_, side) => ({
    path: `/customers/found?unitPath=${unitOf(side)}`,
    headers: { 'search-text': 'a' },
  }),
  'PUT /customers/{customerId}': async (stage, side) => ({
    path: `/customers/${stage.customers[side]}`,
    method: 'PUT',
    headers: { 'if-match': await versionNow(stage, stage.customers[side]) },
    body: savedCustomer(side),
  }),
  'POST /customers/batch': (_, side) => ({
    path: `/customers/batch?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: { customers: [{ ...savedCustomer(side), code: side, route: nextPhone() }] },
  }),
  'POST /customers/actions': async (stage, side) => ({
    path: `/customers/actions?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: {
      customers: [
        { customerId: stage.customers[side], version: await versionOfRecord(stage, stage.customers[side]) },
      ],
      action: { do: 'route', route: nextPhone() },
    },
  }),
  'POST /customers/{customerId}/hold': (stage, side) =>
    ofVersion(stage, side, '/hold', { method: 'POST', body: { reason: nextPhone() } }),
  'DELETE /customers/{customerId}/hold': async (stage, side) => {
    await holdOnce(stage, stage.customers[side])
    return ofVersion(stage, side, '/hold', { method: 'DELETE' })
  },
  'POST /customers/{customerId}/grades': async (stage, side) => ({
    path: `/customers/${stage.customers[side]}/grades`,
    method: 'POST',
    headers: { 'if-match': await versionNow(stage, stage.customers[side]) },
    body: { grade: anotherGrade(), reason: '季度评定' },
  }),
  'GET /customers/{customerId}/grades': ofCustomer('/grades'),
  'GET /customers/{customerId}/contacts': ofCustomer('/contacts'),
  'POST /customers/{customerId}/contacts': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/contacts`,
    method: 'POST',
    body: { name: '新', phone: nextPhone(), receivesDeliveries: false },
  }),
  'PUT /customers/{customerId}/contacts/{personId}': (stage, side) =>
    ofContact(stage, side, { method: 'PUT', body: { name: '改', receivesDeliveries: true } }),
  'DELETE /customers/{customerId}/contacts/{personId}': (stage, side) =>
    ofContact(stage, side, { method: 'DELETE' }),
  'POST /people/{personId}/erasure': async (stage, side) => ({
    path: `/people/${await stage.newContact(stage.customers[side])}/erasure`,
    method: 'POST',
  }),
  'POST /customers/{customerId}/uploads': ofCustomer('/uploads', { method: 'POST' }),
  'POST /customers/{customerId}/requests': async (stage, side) => {
    const customerId = stage.customers[side]
    await stage.withdrawAll(customerId)
    const body = { kind: 'addresses', addresses: [{ text: '人民路 1 号', isMain: true }] }
    return { path: `/customers/${customerId}/requests`, method: 'POST', body }
  },
  'GET /customers/{customerId}/requests': ofCustomer('/requests'),
  'GET /customers/{customerId}/requests/{requestId}': (stage, side) => ofRequest(stage, side, ''),
  'POST /customers/{customerId}/requests/{requestId}/decision': (stage, side) =>
    ofRequest(stage, side, '/decision', {
      method: 'POST',
      body: { decision: 'refused', reason: '不清楚', customerVersion: 1 },
    }),
  'POST /customers/{customerId}/requests/{requestId}/withdrawal': (stage, side) =>
    ofRequest(stage, side, '/withdrawal', { method: 'POST' }),
  'GET /requests': (_, side) => ({ path: `/requests?unitPath=${unitOf(side)}` }),
  'POST /customers/{customerId}/archive': ofCustomer('/archive', { method: 'POST' }),
  'GET /customers/{customerId}/archive/{jobId}': async (stage, side, actor) => {
    const customerId = stage.customers[side]
    return {
      path: `/customers/${customerId}/archive/${await stage.newArchive(await idOfActor(stage, actor), customerId)}`,
    }
  },
  'GET /customers/{customerId}/assortment': ofCustomer('/assortment'),
  'GET /customers/{customerId}/orders': ofCustomer('/orders'),
  'GET /customers/{customerId}/standing-draft': ofCustomer('/standing-draft'),
  'PUT /customers/{customerId}/standing-draft': async (stage, side) => {
    const item = await stage.world.table.get({ pk: `C#${stage.customers[side].slice(4)}`, sk: 'D' })
    return {
      path: `/customers/${stage.customers[side]}/standing-draft`,
      method: 'PUT',
      headers: { 'if-match': `"${item?.version ?? 0}"` },
      body: { isOn: !item?.isOn, leavesOut: true },
    }
  },
  'GET /customers/{customerId}/members': ofCustomer('/members'),
  'POST /customers/{customerId}/members': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/members`,
    method: 'POST',
    body: { name: '新', phone: nextPhone(), role: 'buyer' },
  }),
  'PUT /customers/{customerId}/members/{personId}': (stage, side) => ofMember(stage, stage.customers[side]),
  'GET /staff': (_, side) => ({ path: `/staff?unitPath=${unitOf(side)}` }),
  'POST /staff': (_, side) => ({
    path: '/staff',
    method: 'POST',
    body: { name: '新', phone: nextPhone(), grants: [{ role: 'analyst', unitPath: unitOf(side) }] },
  }),
  'PUT /staff/{personId}': ofStaff,
  'POST /orders': (stage, side) => ({
    path: '/orders',
    method: 'POST',
    body: { customerId: stage.customers[side], cycleId: stage.cycleId, lines: lines(stage) },
  }),
  'GET /order-tally': (_, side) => ({ path: `/order-tally?unitPath=${unitOf(side)}` }),
  'GET /orders': (_, side) => ({ path: `/orders?unitPath=${unitOf(side)}` }),
  'GET /orders/{orderId}': (stage, side) => ofOrder(stage, side, ''),
  'PUT /orders/{orderId}': (stage, side) =>
    ofOrder(stage, side, '', { method: 'PUT', body: { lines: lines(stage) } }),
  'POST /orders/{orderId}/cancellation': (stage, side) =>
    ofOrder(stage, side, '/cancellation', { method: 'POST' }),
  'GET /orders/{orderId}/history': (stage, side) => ofOrder(stage, side, '/history'),
  'GET /orders/{orderId}/decision': (stage, side) => ofOrder(stage, side, '/decision'),
  'POST /exports': (_, side) => ({
    path: `/exports?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: { kind: 'orders' },
  }),
  'GET /exports/{jobId}': async (stage, _, actor) => ({
    path: `/exports/${await stage.newExport(await idOfActor(stage, actor))}`,
  }),
  'GET /customers/{customerId}/limits': ofCustomer('/limits'),
  'POST /customers/{customerId}/exports': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/exports`,
    method: 'POST',
    body: { kind: 'orders' },
  }),
  'POST /customers/{customerId}/limits/exports': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/limits/exports`,
    method: 'POST',
    body: {},
  }),
  'POST /customers/{customerId}/messages/exports': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/messages/exports`,
    method: 'POST',
    body: {},
  }),
  'GET /customers/{customerId}/exports/{jobId}': async (stage, side, actor) => ({
    path: `/customers/${stage.customers[side]}/exports/${await stage.newExport(await idOfActor(stage, actor))}`,
  }),
  ...importSamples,
  ...odditySamples,
}

/** Routes whose object is neither named nor narrowed: the same for everyone who may call them. */
export const withoutSides = new Set(
  Object.keys(samples).filter((route) =>
    /^\w+ \/(sign-in|session|company|units|cycles(?!\/{cycleId}\/shops)|cycles\/{cycleId}\/shops-waited-for\/reminder-runs\/|past-orders|customers\/search-index|imports|import-maps|exports\/|order-minimum|oddity-thresholds|order-plan|products|pictures|categories|price-lists|people|publications|message-templates|messages$|messages\/reading)/.test(
      route,
    ),
  ),
)

/** Routes whose object belongs to who asks: each actor gets one of their own. */
export const ofTheActor = new Set([
  ...Object.keys(samples).filter(isOfImporter),
  'GET /exports/{jobId}',
  'GET /cycles/{cycleId}/shops-waited-for/reminder-runs/{jobId}',
  'GET /customers/{customerId}/exports/{jobId}',
  'GET /customers/{customerId}/archive/{jobId}',
  'PUT /session/acting-for',
  'DELETE /people/me/sessions',
  'DELETE /people/me/sessions/{sessionId}',
  'POST /messages/reading',
  'PUT /people/me/preferences',
])
