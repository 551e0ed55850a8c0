import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getOrderPlan, saveCycle, saveOrderPlan } from '#calendar'
import { productIdOfCode } from '#catalogue'
import { getBasket } from '#drafts'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderNoticeTexts } from '#shared/texts/order-notices'
import { orderTexts } from '#shared/texts/orders'
import { standingDraftTexts } from '#shared/texts/standing-draft'
import { addDays, addSeconds, businessDateOf, type Instant } from '#shared/time'
import { runDue } from '../../functions/entry/schedule.ts'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { aStandingClock } from '../support/portal.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

const OPEN_SECONDS = 600
const tester = { kind: 'system', name: 'tests' } as const
const clock = aStandingClock()
let place: Place
let page: Page
let dealer: Dealer

beforeAll(async () => {
  place = await openPlace({ clock })
  const { plan, version } = await getOrderPlan(place.world)
  const quick = { ...plan, batches: [], graceSeconds: 0 }
  await saveOrderPlan(place.world, tester, { plan: quick, reason: '试', baseVersion: version })
  page = await openWindow(place)
  dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

const ordersNow = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads

/** A window of so many days from today that closes soon. */
async function aWindow(days: number): Promise<Instant> {
  const now = place.world.clock.now()
  const closesAt = addSeconds(now, OPEN_SECONDS)
  const date = addDays(businessDateOf(now, 'Asia/Shanghai'), days)
  await saveCycle(place.world, { batch: 'daily', date, opensAt: addSeconds(now, -60), closesAt })
  return closesAt
}

async function pass(closesAt: Instant): Promise<void> {
  clock.stand(addSeconds(closesAt, 1))
  for (let run = 1; run <= 3; run++) await runDue(place.world)
}

it('a queued order whose window closed is not placed', async () => {
  const closesAt = await aWindow(0)
  await dealer.visit('order/')
  await dealer.quantityOf(goods.haichao).fill('3')
  const kept = async () => (await getBasket(place.world, place.customerId)).lines
  await expect.poll(kept).toMatchObject([{ productId: productIdOfCode('YL-4'), quantity: 3 }])
  await page.context().setOffline(true)
  await dealer.named('button', orderEntryTexts.submit).click()
  await page.getByText(dealer.t(orderNoticeTexts.queued)).waitFor()
  await pass(closesAt)
  await page.context().setOffline(false)
  await dealer.named('heading', orderNoticeTexts.queuedRefused).waitFor()
  const said = await page.getByRole('alert').filter({ hasText: '截止' }).first().innerText()
  expect(said).toContain('这个窗口不能再下单')
  expect(said.match(/存为草稿/g)).toHaveLength(1)
  expect(await dealer.quantityOf(goods.haichao).inputValue()).toBe('3')
  expect(await ordersNow()).toEqual([])
  expect(await kept()).toHaveLength(1)
})

it('an owner has the draft placed at the cut-off', async () => {
  const closesAt = await aWindow(1)
  await dealer.visit('order/')
  await dealer.fillBy(standingDraftTexts.switchOn)
  await dealer.named('button', standingDraftTexts.keep).click()
  await page.getByText(dealer.t(standingDraftTexts.isOn)).waitFor()
  await expectAccessible(page, 'order page with a standing draft')
  await dealer.quantityOf(goods.haichao).fill('4')
  const quantities = async () =>
    (await getBasket(place.world, place.customerId)).lines.map(({ quantity }) => quantity)
  await expect.poll(quantities).toEqual([4])
  await dealer.visit('')
  await pass(closesAt)
  expect(await ordersNow()).toMatchObject([{ st: 'confirmed', t: 4 * 13_000, sd: true }])
})

it('its page says that it came from the draft', async () => {
  await dealer.openOrder('¥520.00')
  await page.getByText(dealer.t(orderTexts.standingExplain)).waitFor()
  await page.getByText(dealer.t(orderTexts.eventPlacedFromDraft)).waitFor()
})

it('an order is found by a part of its number', async () => {
  const [placed] = await ordersNow()
  await dealer.visit('orders/')
  const find = dealer.named('searchbox', orderTexts.find)
  await find.fill('没有这样的单号')
  await page.getByText(dealer.t(orderTexts.noneFound, { text: '没有这样的单号' })).waitFor()
  await find.fill(placed?.num.slice(-4) ?? '')
  await page.getByRole('link', { name: placed?.num }).waitFor()
})
