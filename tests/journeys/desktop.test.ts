import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partsOfCycleId, saveCycle } from '#calendar'
import { addSeconds } from '#shared/time'
import { getBasket } from '../../functions/drafts/save-basket.ts'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  anOrderOf,
  enterByMail,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

let place: Place
let desk: Page
let dealer: Dealer

beforeAll(async () => {
  place = await openPlace()
  await anOrderOf(place)
  desk = await openWindow(place, { width: 1280 })
  dealer = dealerAt(desk, 'zh')
})
afterAll(() => place?.end())

const ordersNow = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads

it('an owner orders with the keyboard alone', async () => {
  await signInByMail(desk, OWNER_MAIL, '/zh/order/')
  await dealer.quantityOf(goods.yunling).waitFor()
  await desk.keyboard.press('/')
  await desk.keyboard.type('YL-6')
  await desk.keyboard.press('Enter')
  await desk.keyboard.type('1')
  await desk.keyboard.press('Control+Enter')
  await desk.waitForURL('**/zh/orders/ord_*/')
  expect(await ordersNow()).toMatchObject([{ v: 2, t: 3 * 10_000 + 15_000 }])
})

it('a cut-off while typing refuses and keeps the draft', async () => {
  await dealer.visit('order/')
  await dealer.quantityOf(goods.ziyun).fill('7')
  const parts = partsOfCycleId(place.cycleId)
  if (!parts) throw new Error('No cycle')
  const now = place.world.clock.now()
  await saveCycle(place.world, { ...parts, opensAt: addSeconds(now, -7200), closesAt: addSeconds(now, -1) })
  await desk.getByRole('button', { name: '提交修改' }).click()
  await desk.getByText('截止').first().waitFor()
  expect(await ordersNow()).toMatchObject([{ v: 2 }])
  await expect
    .poll(
      async () =>
        JSON.stringify((await getBasket(place.world, place.customerId)).lines) +
        (await dealer.quantityOf(goods.ziyun).inputValue()),
    )
    .toContain('7')
})

it('who proves it is them signs out elsewhere', async () => {
  const phone = await openWindow(place)
  await signInByMail(phone, OWNER_MAIL, '/zh/me/')
  await phone.getByText('本机').waitFor()
  await desk.goto('/api/sign-in?prompt=login&language=zh&returnTo=/zh/me/?devices=1')
  await enterByMail(desk, OWNER_MAIL)
  await desk.getByRole('button', { name: '退出其他全部设备' }).click()
  await desk.getByText('已退出 1 台设备').waitFor()
  await phone.reload()
  await phone.waitForURL('**/zh/sign-in/**')
  expect((await desk.reload())?.status()).toBe(200)
  await desk.getByText('只在这台设备上登录').waitFor()
})

it('signing out ends the session at once', async () => {
  const cookies = await desk.context().cookies()
  await dealer.visit('me/')
  await desk.getByRole('button', { name: '退出' }).first().click()
  await desk.waitForURL((url) => !url.pathname.includes('/me/'))
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${place.portal.origin}/api/session`, { headers: { cookie } })
  expect(answer.status).toBe(401)
})
