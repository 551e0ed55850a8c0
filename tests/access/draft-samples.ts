import type { CustomerId } from '#shared/ids'
import { createOrderList, getOrderLists, removeOrderList } from '../../functions/drafts/save-order-list.ts'
import type { Sent } from '../support/api-client.ts'
import type { Sample } from './samples.ts'
import type { Side, Stage } from './stage.ts'

type MakeSample = (stage: Stage, side: Side) => Promise<Sample> | Sample

const ofCustomer =
  (rest: string, sent: Sent = {}): MakeSample =>
  (stage, side) => ({ ...sent, path: `/customers/${stage.customers[side]}${rest}` })
const lines = (stage: Stage) => [{ productId: stage.product, quantity: 1 }]

async function ofList(stage: Stage, side: Side, sent: Sent): Promise<Sample> {
  const customerId = stage.customers[side]
  const { world } = stage
  await removeLists(stage, customerId)
  const asked = { customerId, name: '常订', lines: lines(stage) }
  const once = { key: world.newId.secret(), fingerprint: '' }
  const { listId } = await createOrderList(world, { kind: 'system', name: 'tests' }, asked, once)
  return { ...sent, path: `/customers/${customerId}/order-lists/${listId}`, headers: { 'if-match': '"1"' } }
}

async function removeLists({ world }: Stage, customerId: CustomerId): Promise<void> {
  for (const { listId, version } of await getOrderLists(world, customerId)) {
    const list = { customerId, listId, baseVersion: version }
    await removeOrderList(world, { kind: 'system', name: 'tests' }, list)
  }
}

/** A request of each route of what a customer prepares an order with. */
export const draftSamples: Record<string, MakeSample> = {
  'GET /customers/{customerId}/basket': ofCustomer('/basket'),
  'PUT /customers/{customerId}/basket': async (stage, side) => {
    const customerId = stage.customers[side]
    const item = await stage.world.table.get({ pk: `C#${customerId.slice(4)}`, sk: 'B' })
    return {
      path: `/customers/${customerId}/basket`,
      method: 'PUT',
      headers: { 'if-match': `"${item?.v ?? 0}"` },
      body: { lines: lines(stage) },
    }
  },
  'GET /customers/{customerId}/stock': ofCustomer('/stock'),
  'PUT /customers/{customerId}/stock': async (stage, side) => {
    const customerId = stage.customers[side]
    const item = await stage.world.table.get({ pk: `C#${customerId.slice(4)}`, sk: 'K' })
    return {
      path: `/customers/${customerId}/stock`,
      method: 'PUT',
      headers: { 'if-match': `"${item?.v ?? 0}"` },
      body: { items: lines(stage) },
    }
  },
  'GET /customers/{customerId}/order-lists': ofCustomer('/order-lists'),
  'POST /customers/{customerId}/order-lists': async (stage, side) => {
    await removeLists(stage, stage.customers[side])
    const body = { name: '常订', lines: lines(stage) }
    return { path: `/customers/${stage.customers[side]}/order-lists`, method: 'POST', body }
  },
  'PUT /customers/{customerId}/order-lists/{listId}': (stage, side) =>
    ofList(stage, side, { method: 'PUT', body: { name: '改', lines: lines(stage) } }),
  'DELETE /customers/{customerId}/order-lists/{listId}': (stage, side) =>
    ofList(stage, side, { method: 'DELETE' }),
  'GET /customers/{customerId}/past-quantities': ofCustomer('/past-quantities'),
  'POST /customers/{customerId}/order-rows': ofCustomer('/order-rows', {
    method: 'POST',
    body: { content: Buffer.from('P-1,3').toString('base64') },
  }),
}
