import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partsOfCycleId, saveCycle } from '#calendar'
import { orderMetTexts as texts } from '#shared/texts/order-met'
import { orderSideTexts } from '#shared/texts/order-side'
import { addDays, addSeconds } from '#shared/time'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { aCompany } from '../support/builders.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
  withCookiesOf,
} from './shop.ts'

let place: Place
let desk: { page: Page; dealer: Dealer }
let phone: { page: Page; dealer: Dealer }

beforeAll(async () => {
  place = await openPlace()
  await aCompany(place.world, { oneOrderACycle: false })
  const page = await openWindow(place, { width: 1280 })
  await signInByMail(page, OWNER_MAIL)
  const other = await withCookiesOf(page, place, { width: 360 })
  desk = { page, dealer: dealerAt(page, 'zh') }
  phone = { page: other, dealer: dealerAt(other, 'zh') }
})
afterAll(() => place?.end())

const orderCount = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads.length

async function type({ page, dealer }: typeof desk, name: (typeof goods)[keyof typeof goods], text: string) {
  await dealer.quantityOf(name).fill(text)
  await page.getByText(dealer.t(orderSideTexts.draftSaved)).filter({ visible: true }).first().waitFor()
}

it('what one device ordered the other does not', async () => {
  for (const { dealer } of [desk, phone]) await dealer.visit('order/')
  await type(desk, goods.yunling, '2')
  await phone.page.reload()
  await phone.dealer.quantityOf(goods.yunling).waitFor()
  await expect.poll(() => phone.dealer.quantityOf(goods.yunling).inputValue()).toBe('2')
  await desk.dealer.submit()
  await phone.page.getByRole('button', { name: '提交订单' }).click()
  await phone.page.getByText(phone.dealer.t(texts.ordered)).waitFor()
  expect(await phone.dealer.quantityOf(goods.yunling).inputValue()).toBe('')
  expect(await orderCount()).toBe(1)
  await expectAccessible(phone.page, 'a draft that was ordered elsewhere')
  await takePicture(phone.page, 'ordered-elsewhere')
})

it('who wants it once more puts it back', async () => {
  await phone.dealer.named('button', texts.putBack).click()
  await expect.poll(() => phone.dealer.quantityOf(goods.yunling).inputValue()).toBe('2')
  await phone.dealer.submit()
  expect(await orderCount()).toBe(2)
})

it('what comes from elsewhere is named until it is read', async () => {
  for (const { dealer } of [desk, phone]) {
    await dealer.visit('order/')
    await dealer.quantityOf(goods.ziyun).waitFor()
  }
  await type(desk, goods.ziyun, '3')
  await phone.dealer.quantityOf(goods.yunling).fill('1')
  const told = phone.page.getByText(phone.dealer.t(texts.added, { names: goods.ziyun.zh }))
  await told.waitFor()
  await phone.dealer.quantityOf(goods.yunling).fill('4')
  expect(await told.isVisible()).toBe(true)
  await phone.dealer.named('button', texts.seen).click()
  await told.waitFor({ state: 'hidden' })
})

it('the next window says its day before anything is placed', async () => {
  const parts = partsOfCycleId(place.cycleId)
  if (!parts) throw new Error('No cycle')
  const now = place.world.clock.now()
  const next = { ...parts, date: addDays(parts.date, 1), closesAt: addSeconds(now, 86_400) }
  await saveCycle(place.world, { ...next, opensAt: addSeconds(now, -3600) })
  await saveCycle(place.world, { ...parts, opensAt: addSeconds(now, -7200), closesAt: addSeconds(now, -1) })
  const before = await orderCount()
  await phone.page.getByRole('button', { name: '提交订单' }).click()
  await phone.page.getByText('上一个窗口已截止，没有下单').waitFor()
  await phone.page.getByRole('button', { name: /^提交 .*的订单$/ }).waitFor()
  expect(await orderCount()).toBe(before)
})
