import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedAccount } from '#accounts'
import { partsOfCycleId, saveCycle } from '#calendar'
import { productIdOfCode } from '#catalogue'
import { getBasket } from '#drafts'
import { inviteMember } from '#identity'
import { saveBuyerSettings } from '#orders'
import type { CustomerId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { noNetworkTexts } from '#shared/texts/no-network'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderListTexts } from '#shared/texts/order-lists'
import { orderNoticeTexts } from '#shared/texts/order-notices'
import { orderPasteTexts } from '#shared/texts/order-paste'
import { orderSideTexts } from '#shared/texts/order-side'
import { orderWayTexts } from '#shared/texts/order-ways'
import { pageTexts } from '#shared/texts/pages'
import { peopleTexts } from '#shared/texts/people'
import { waitingOrderTexts as texts } from '#shared/texts/waiting-order'
import { addSeconds } from '#shared/time'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { aCustomer } from '../support/builders.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  aBuyerOf,
  BUYER_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  OWNER_PHONE,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let page: Page
let dealer: Dealer
let otherShop: CustomerId

beforeAll(async () => {
  place = await openPlace()
  const { world } = place
  otherShop = await aCustomer(world, '184', { name: { zh: '城东分店', en: 'East Branch' } })
  const invited = { name: '何修', phone: `+86${OWNER_PHONE}`, mail: OWNER_MAIL, role: 'buyer' } as const
  await inviteMember(world, tester, { ...invited, customerId: otherShop, isQuiet: true })
  await aBuyerOf(place)
  page = await openWindow(place)
  dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

const ordersOf = async (customerId: CustomerId) =>
  (await ordersOfCustomer(place.world.table, customerId, 50)).heads
const ordersNow = () => ordersOf(place.customerId)
const setOffline = (isOffline: boolean) => page.context().setOffline(isOffline)

async function openSheet(dealerHere = dealer): Promise<void> {
  await dealerHere.visit('order/')
  await dealerHere.quantityOf(goods.yunling).waitFor()
}

/** Submits three of a product while there is no network. */
async function submitOffline(
  name: Text,
  at = dealer,
  change: Text = orderEntryTexts.submitChange,
): Promise<void> {
  await at.quantityOf(name).fill('3')
  await at.named('button', change).click()
}

/** The same with a sheet of its own that is closed while the order waits. */
async function leaveWaiting(name: Text): Promise<void> {
  const sheet = await page.context().newPage()
  const there = dealerAt(sheet, 'zh')
  await openSheet(there)
  await setOffline(true)
  await submitOffline(name, there)
  await sheet.getByText(there.t(orderNoticeTexts.queued)).waitFor()
  await sheet.close()
}

const isKept = () =>
  page.evaluate(async () => {
    const answers = await caches.open('order-answers')
    const files = await caches.open('order-files')
    const isDialogThere = (await files.keys()).some(({ url }) => url.includes('PasteDialog'))
    return (
      isDialogThere && (await answers.keys()).length > 0 && (await files.match('/zh/order/')) !== undefined
    )
  })

it('the page opens again and the draft goes on', async () => {
  await openSheet()
  await expect.poll(isKept, { timeout: 20_000 }).toBe(true)
  await openSheet()
  await setOffline(true)
  await openSheet()
  await dealer.quantityOf(goods.haichao).fill('3')
  await page.getByText(dealer.t(orderSideTexts.draftHere)).first().waitFor()
  const { lines } = await getBasket(place.world, place.customerId)
  expect(lines.map(({ productId }) => productId)).not.toContain(productIdOfCode('YL-4'))
})

it('what may be opened over the rows opens as well', async () => {
  await dealer.named('button', orderEntryTexts.paste).click()
  await dealer.named('heading', orderPasteTexts.title).waitFor()
  await page.keyboard.press('Escape')
  await dealer.fillBy(orderWayTexts.lists)
  await dealer.named('heading', orderListTexts.title).waitFor()
  await page.keyboard.press('Escape')
})

it('a queued order is placed once when it returns', async () => {
  await submitOffline(goods.haichao, dealer, orderEntryTexts.submit)
  await page.getByText(dealer.t(orderNoticeTexts.queued)).waitFor()
  await setOffline(false)
  await page.waitForURL('**/zh/orders/ord_*/')
  await page.getByText('没有网络时排队的订单').waitFor()
  const orders = await ordersNow()
  expect(orders).toHaveLength(1)
  expect(orders[0]).toMatchObject({ st: 'placed', t: 3 * 13_000 })
  expect((await storedAccount(place.world.table, place.customerId))?.reserved).toBe(3 * 13_000)
  const { lines } = await getBasket(place.world, place.customerId)
  expect(lines.map(({ productId }) => productId)).not.toContain(productIdOfCode('YL-4'))
  await dealer.named('button', texts.close).click()
})

it('another page says so and leads back to the order', async () => {
  await setOffline(true)
  await page.goto('/zh/orders/')
  await page.getByRole('heading', { name: noNetworkTexts.title.zh }).waitFor()
  await expectAccessible(page, 'a page without a network')
  await page.getByRole('link', { name: noNetworkTexts.toOrder.zh }).click()
  await dealer.quantityOf(goods.haichao).waitFor()
  await setOffline(false)
})

it('nothing but the assortment is kept of answers', async () => {
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => new URL(url).pathname)
  })
  const answers = kept.filter((path) => path.startsWith('/api/'))
  expect(answers.map((path) => path.split('/').at(-1)).sort()).toEqual(['assortment', 'past-quantities'])
})

it('two other pages that are open place it once', async () => {
  await dealer.visit('')
  const second = await page.context().newPage()
  await second.goto('/zh/orders/')
  await second.getByRole('heading', { level: 1 }).waitFor()
  await leaveWaiting(goods.songfeng)
  await setOffline(false)
  await page.getByText('没有网络时排队的订单').waitFor()
  await second.getByText('没有网络时排队的订单').waitFor()
  expect(await ordersNow()).toMatchObject([{ st: 'placed', v: 2, t: 3 * (13_000 + 12_000) }])
  await expectAccessible(page, 'an order that waited')
  await takePicture(page, 'journey-waited-placed-zh-360')
  await page.locator('[data-waiting-order]').getByRole('link').click()
  await page.waitForURL('**/zh/orders/ord_*/')
  expect(await page.getByText('没有网络时排队的订单').count()).toBe(0)
  await second.close()
})

it('what waits for one shop never goes to another', async () => {
  await page.goto('/zh/service/')
  await leaveWaiting(goods.mochi)
  const before = await ordersNow()
  await setOffline(false)
  await page.evaluate(async (customerId) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ customerId })
    await fetch('/api/session/acting-for', { method: 'PUT', headers, body })
  }, otherShop)
  await dealer.visit('')
  await page.getByText(dealer.t(texts.otherShop, { shop: '兴旺便利店' })).waitFor()
  expect(await ordersNow()).toEqual(before)
  expect(await ordersOf(otherShop)).toEqual([])
  await takePicture(page, 'journey-waits-for-other-shop-zh-360')
  await dealer.named('link', texts.switchShop).click()
  await dealer.named('button', peopleTexts.switchTo).click()
  await page.getByText('没有网络时排队的订单').waitFor()
  expect(await ordersNow()).toMatchObject([{ st: 'placed', v: 3 }])
  await dealer.named('button', texts.close).click()
})

it('every page says which of several shops it is', async () => {
  await dealer.visit('service/')
  const named = page.locator('[data-my-shop]')
  expect(await named.textContent()).toContain('兴旺便利店')
  await dealer.named('link', pageTexts.otherShop).click()
  await page.getByRole('heading', { name: peopleTexts.shops.zh }).waitFor()
  await expectAccessible(page, 'shops of a person')
})

it('a queued order that needs the owner is submitted', async () => {
  const buyersPhone = await openWindow(place)
  const buyer = dealerAt(buyersPhone, 'zh')
  await signInByMail(buyersPhone, BUYER_MAIL, '/zh/order/')
  await buyer.quantityOf(goods.yunling).waitFor()
  await buyersPhone.context().setOffline(true)
  await submitOffline(goods.yunling, buyer)
  await buyersPhone.getByText(buyer.t(orderNoticeTexts.queued)).waitFor()
  const settings = { approval: 'always' as const, limits: [], baseVersion: 0 }
  await saveBuyerSettings(place.world, tester, { customerId: place.customerId, ...settings })
  await buyersPhone.context().setOffline(false)
  await buyersPhone.waitForURL('**/zh/approvals/apr_*/')
  await buyersPhone.getByText(texts.asked.zh).waitFor()
  await buyersPhone.context().close()
})

it('after the cut-off it says so and keeps the draft', async () => {
  await page.goto('/zh/service/')
  await leaveWaiting(goods.zhuxi)
  const before = await ordersNow()
  const parts = partsOfCycleId(place.cycleId)
  if (!parts) throw new Error('No cycle')
  const now = place.world.clock.now()
  const window = { opensAt: addSeconds(now, -7200), closesAt: addSeconds(now, -60) }
  await saveCycle(place.world, { ...parts, ...window })
  await setOffline(false)
  await dealer.visit('orders/')
  const notice = page.locator('[data-waiting-order]')
  await notice.getByText('截止').waitFor()
  await takePicture(page, 'journey-waited-refused-zh-360')
  expect(await ordersNow()).toEqual(before)
  await notice.getByRole('link', { name: texts.toOrder.zh }).click()
  expect(await dealer.quantityOf(goods.zhuxi).inputValue()).toBe('3')
  expect(await notice.textContent()).toBe('')
})
