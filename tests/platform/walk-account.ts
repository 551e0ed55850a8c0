import { expect } from 'vitest'
import type { World } from '#platform/world'
import type { Call, Sent } from '../support/api-client.ts'
import { type AShop, aMember, aSession, someStaff } from '../support/builders.ts'

/** Goes through what buyers, owners and the order desk ask of the table; leaves no order behind. */
export async function walkAccount(world: World, call: Call, shop: AShop): Promise<void> {
  const { customerId, cycleId, products, cookie } = shop
  const buyer = await aSession(world, await aMember(world, customerId, 'buyer'), customerId)
  const desk = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/53' }]))
  const well = async (path: string, sent: Sent) => {
    const answer = await call(path, sent)
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300)
    return answer.body
  }
  const post = (path: string, by: string, body: object) => well(path, { method: 'POST', cookie: by, body })
  const own = `/customers/${customerId}`
  const lines = products.slice(0, 1).map((productId) => ({ productId, quantity: 1 }))
  await well(`${own}/spending`, { cookie: buyer })
  const { approvalId } = await post(`${own}/approvals`, buyer, { cycleId, lines })
  await well(`${own}/approvals?cycleId=${cycleId}`, { cookie: buyer })
  await post(`${own}/approvals/${approvalId}/refusal`, cookie, { reason: '太多' })
  const { orderId } = await post('/orders', desk, { customerId, cycleId, lines })
  await post(`/orders/${orderId}/objection`, cookie, { reason: '不对' })
  await well('/objections', { cookie: desk })
  const headers = { 'if-match': '"1"' }
  await well(`/orders/${orderId}/cancellation`, { method: 'POST', cookie, headers })
}
