import { Jimp } from 'jimp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partsOfCycleId, saveCycle } from '#calendar'
import { productIdOfCode, publishCatalogue, savePrice } from '#catalogue'
import { onePrice } from '#shared/price-rules'
import { productTexts } from '#shared/texts/products'
import { addDays, addSeconds, businessDateOf, instantAt } from '#shared/time'
import { aStandingClock } from '../support/portal.ts'
import { dealerAt } from './dealer-steps.ts'
import {
  anOrderOf,
  DESK_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
const clock = aStandingClock()
const productId = productIdOfCode('YL-1')
let place: Place
let phone: Page

beforeAll(async () => {
  place = await openPlace({ clock })
  phone = await openWindow(place)
})
afterAll(() => place?.end())

/** What a phone held upright takes: the sensor's rows lie down, and EXIF says to turn them. */
async function aPhonePicture(): Promise<Buffer> {
  const jpeg = await new Jimp({ width: 3000, height: 2000, color: 0xa85a2bff }).getBuffer('image/jpeg')
  const turned = Buffer.from([
    ...[0xff, 0xe1, 0, 0x22, ...Buffer.from('Exif\0\0')],
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0],
    ...[0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  ])
  return Buffer.concat([jpeg.subarray(0, 2), turned, jpeg.subarray(2)])
}

const sidesOf = (page: Page, name: string) =>
  page.getByRole('img', { name }).evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return []
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })

it('a picture from a phone stands upright at its product', async () => {
  await signInByMail(phone, DESK_MAIL, `/zh/staff/products/${productId}/`)
  await phone
    .getByLabel(productTexts.addPicture.zh)
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await aPhonePicture() })
  const name = `${goods.yunling.zh} 图 1`
  await phone.getByRole('img', { name }).waitFor()
  expect(await sidesOf(phone, name)).toEqual([213, 320])
  await expectAccessible(phone, 'a product with its picture')
  await takePicture(phone, 'journey-picture-zh-360')
})

it('the lines of an order show the new picture', async () => {
  await publishCatalogue(place.world, tester, ['standard'])
  const orderId = await anOrderOf(place)
  const shop = await openWindow(place)
  await signInByMail(shop, OWNER_MAIL, `/zh/orders/${orderId}/`)
  const picture = shop.locator('img[src^="/api/pictures/"]')
  await picture.waitFor()
  expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(64)
  await takePicture(shop, 'journey-order-picture-zh-360')
  await shop.context().close()
})

it('a price of tomorrow holds from midnight of the company', async () => {
  const { world, cycleId } = place
  const today = businessDateOf(world.clock.now(), 'Asia/Shanghai')
  const tomorrow = addDays(today, 1)
  const midnight = instantAt(tomorrow, '00:00', 'Asia/Shanghai')
  await savePrice(world, tester, { list: 'standard', productId, from: tomorrow, breaks: onePrice(12_345) })
  await publishCatalogue(world, tester, ['standard'])
  const parts = partsOfCycleId(cycleId)
  if (!parts) throw new Error('No cycle')
  const opensAt = addSeconds(world.clock.now(), -3600)
  await saveCycle(world, { ...parts, opensAt, closesAt: addSeconds(midnight, 3600) })
  const desk = await openWindow(place, { width: 1280 })
  const dealer = dealerAt(desk, 'zh')
  await signInByMail(desk, OWNER_MAIL, '/zh/')
  const row = desk.getByRole('listitem').filter({ has: dealer.quantityOf(goods.yunling) })
  clock.stand(addSeconds(midnight, -1))
  await dealer.visit('order/')
  await row.getByText('¥100.00').first().waitFor()
  clock.stand(midnight)
  await dealer.visit('order/')
  await row.getByText('¥123.45').first().waitFor()
  expect(await row.getByText('¥100.00').count()).toBe(0)
  clock.stand(undefined)
})
