import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  anOrderOf,
  DESK_MAIL,
  expectAccessible,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

let place: Place

beforeAll(async () => {
  place = await openPlace()
  await anOrderOf(place)
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
