import { randomUUID } from 'node:crypto'

import type { CustomerId, OrderId } from '#shared/ids'
import { startRebuild } from '../../functions/accounts/rebuild-search.ts'

import { askApproval } from '../../functions/approvals/ask-approval.ts'
import { raiseObjection } from '../../functions/objections/raise-objection.ts'
import type { Sent } from '../support/api-client.ts'
import type { Sample } from './samples.ts'
import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

type MakeSample = (stage: Stage, side: Side) => Promise<Sample> | Sample

const lines = (stage: Stage, quantity = 1) => [{ productId: stage.product, quantity }]
const once = () => ({ key: randomUUID(), fingerprint: '' })
const ofCustomer =
  (rest: string, sent: Sent = {}): MakeSample =>
  (stage, side) => ({ ...sent, path: `/customers/${stage.customers[side]}${rest}` })

/** An order that waits for its owner. */
export async function newApproval(stage: Stage, customerId: CustomerId): Promise<string> {
  const personId = await stage.memberOf(customerId, 'buyer')
  const member = { kind: 'member', personId, customerId, role: 'buyer', sessionKey: '' } as const
  const wish = { cycleId: stage.cycleId, lines: lines(stage) }
  return (await askApproval(stage.world, member, { customerId, wish }, once())).approvalId
}

async function ofApproval(stage: Stage, side: Side, rest: string, sent: Sent = {}): Promise<Sample> {
  const customerId = stage.customers[side]
  return {
    ...sent,
    path: `/customers/${customerId}/approvals/${await newApproval(stage, customerId)}${rest}`,
  }
}

async function settingsVersion(stage: Stage, customerId: CustomerId): Promise<string> {
  const item = await stage.world.table.get({ pk: `C#${customerId.slice(4)}`, sk: 'U' })
  return `"${item?.version ?? 0}"`
}

/** An order that its owner objects to. */
export async function newObjection(stage: Stage, side: Side): Promise<OrderId> {
  const { orderId } = await stage.newOrderByDesk(stage.customers[side])
  const personId = await stage.memberOf(stage.customers[side], 'owner')
  const owner = {
    kind: 'member',
    personId,
    customerId: stage.customers[side],
    role: 'owner',
    sessionKey: '',
  } as const
  await raiseObjection(stage.world, owner, { orderId, reason: '不对' }, once())
  return orderId
}

let limit = 1_000_000

/** A request of each route of buyers, approvals, objections and corrections. */
export const accountSamples: Record<string, MakeSample> = {
  'POST /customers/search-index': () => ({ path: '/customers/search-index', method: 'POST' }),
  'GET /customers/search-index/{jobId}': async ({ world }) => {
    const { jobId } = await startRebuild(
      world,
      { kind: 'system', name: 'tests' },
      { key: 'sample', fingerprint: 'sample' },
    )
    return { path: `/customers/search-index/${jobId}` }
  },
  'GET /customers/{customerId}/buyer-settings': ofCustomer('/buyer-settings'),
  'PUT /customers/{customerId}/buyer-settings': async (stage, side) => {
    const customerId = stage.customers[side]
    const personId = await stage.memberOf(customerId, 'buyer')
    return {
      path: `/customers/${customerId}/buyer-settings`,
      method: 'PUT',
      headers: { 'if-match': await settingsVersion(stage, customerId) },
      body: { approval: 'above-limit', limits: [{ personId, amount: ++limit, period: 'month' }] },
    }
  },
  'GET /customers/{customerId}/spending': ofCustomer('/spending'),
  'POST /customers/{customerId}/approvals': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/approvals`,
    method: 'POST',
    body: { cycleId: stage.cycleId, lines: lines(stage) },
  }),
  'GET /customers/{customerId}/approvals': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/approvals?cycleId=${stage.cycleId}`,
  }),
  'GET /customers/{customerId}/approvals/{approvalId}': (stage, side) => ofApproval(stage, side, ''),
  'POST /customers/{customerId}/approvals/{approvalId}/approval': (stage, side) =>
    ofApproval(stage, side, '/approval', { method: 'POST', body: {} }),
  'POST /customers/{customerId}/approvals/{approvalId}/refusal': (stage, side) =>
    ofApproval(stage, side, '/refusal', { method: 'POST', body: { reason: '太多' } }),
  'POST /customers/{customerId}/approvals/{approvalId}/withdrawal': (stage, side) =>
    ofApproval(stage, side, '/withdrawal', { method: 'POST' }),
  'POST /orders/{orderId}/objection': async (stage, side) => {
    const { orderId } = await stage.newOrderByDesk(stage.customers[side])
    return { path: `/orders/${orderId}/objection`, method: 'POST', body: { reason: '不对' } }
  },
  'GET /orders/{orderId}/objection': async (stage, side) => {
    const { orderId } = await stage.newOrder(stage.customers[side])
    return { path: `/orders/${orderId}/objection` }
  },
  'POST /orders/{orderId}/objection/settlement': async (stage, side) => ({
    path: `/orders/${await newObjection(stage, side)}/objection/settlement`,
    method: 'POST',
    body: { outcome: 'explained', answer: '是电话里说的' },
  }),
  'GET /objections': (_, side) => ({
    path: `/objections?unitPath=${side === 'own' ? OWN_UNIT : SIBLING_UNIT}`,
  }),
  'POST /orders/{orderId}/correction': async (stage, side) => {
    const { orderId, version } = await stage.newOrder(stage.customers[side])
    const body = { lines: lines(stage, 2), reason: '听错了' }
    const headers = { 'if-match': `"${version}"` }
    return { path: `/orders/${orderId}/correction`, method: 'POST', headers, body }
  },
}
