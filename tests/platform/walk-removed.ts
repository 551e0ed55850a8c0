import { expect } from 'vitest'
import type { World } from '#platform/world'
import { onePrice } from '#shared/price-rules'
import type { Call } from '../support/api-client.ts'
import { type AShop, aSession, someStaff } from '../support/builders.ts'

/** Deletes a list, a contact and a price, and looks where they went. */
export async function walkRemoved(world: World, call: Call, shop: AShop): Promise<void> {
  const own = `/customers/${shop.customerId}`
  const administrator = await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])
  const cookie = await aSession(world, administrator)
  const [productId] = shop.products
  const made = { name: '夏天', lines: [{ productId, quantity: 1 }] }
  const list = await call(`${own}/order-lists`, { method: 'POST', cookie: shop.cookie, body: made })
  const body = { name: '王芳', receivesDeliveries: false }
  const contact = await call(`${own}/contacts`, { method: 'POST', cookie, body })
  const prices = '/price-lists/standard/prices'
  const price = `${prices}/${productId}`
  const row = { from: '2031-01-01', breaks: onePrice(900) }
  await call(price, { method: 'PUT', cookie, body: row, headers: { 'if-match': '"0"' } })
  const deleted = [
    [`${own}/order-lists`, `${own}/order-lists/${list.body.listId}`, shop.cookie],
    [`${own}/contacts`, `${own}/contacts/${contact.body.personId}`, cookie],
    [prices, `${price}?from=${row.from}`, cookie],
  ] as const
  for (const [all, path, by] of deleted) {
    const gone = await call(path, { method: 'DELETE', cookie: by, headers: { 'if-match': '"1"' } })
    expect(gone.status, `${path} ${gone.text}`).toBe(204)
    expect((await call(`${all}/removed`, { cookie: by })).body.items).toHaveLength(1)
  }
}
