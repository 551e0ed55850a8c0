import { afterAll, beforeAll, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { placeOrder } from '#orders'
import { DESK_MAIL, expectAccessible, openPlace, openWindow, type Place, signInByMail } from './shop.ts'

let place: Place

beforeAll(async () => {
  place = await openPlace()
  const { customerId, cycleId, world } = place
  const input = { customerId, cycleId, lines: [{ productId: productIdOfCode('YL-1'), quantity: 3 }] }
  await placeOrder(world, { kind: 'system', name: 'tests' }, input, { key: 'one', fingerprint: 'one' })
})
afterAll(() => place?.end())

it('staff take the orders of a cycle along', async () => {
  const page = await openWindow(place, { width: 1280 })
  await signInByMail(page, DESK_MAIL, '/zh/orders/')
  await page.getByLabel('周期').selectOption(place.cycleId)
  await page.getByRole('button', { name: '导出 CSV' }).click()
  const link = page.getByRole('link', { name: '下载 1 行' })
  await link.waitFor()
  await expectAccessible(page, 'exported')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const stream = await download.createReadStream()
  const text = Buffer.concat(await stream.toArray()).toString()
  expect(text).toContain('兴旺便利店')
  expect(text).toContain('300.00')
})
