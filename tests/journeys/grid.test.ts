import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { planPastOrders } from '#orders'
import { Problem } from '#shared/problems'
import { homeTexts } from '#shared/texts/home'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderListTexts } from '#shared/texts/order-lists'
import { orderMendTexts } from '#shared/texts/order-mend'
import { orderNoticeTexts } from '#shared/texts/order-notices'
import { orderPasteTexts } from '#shared/texts/order-paste'
import { orderSideTexts } from '#shared/texts/order-side'
import { orderWayTexts } from '#shared/texts/order-ways'
import { addSeconds } from '#shared/time'
import { findOrder } from '../../functions/orders/find-order.ts'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { someProducts } from '../support/builders.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import { goods, OWNER_MAIL, openPlace, openWindow, type Place, signInByMail } from './shop.ts'

/** As slow as a practised hand types on a phone. */
const MILLISECONDS_A_KEY = 120
const LINES = 30
const BARCODE = '6901234567892'
/** A cheap phone beside the machine of the tests. */
const SLOWER_BY = 6

let place: Place
let page: Page
let dealer: Dealer

beforeAll(async () => {
  place = await openPlace()
  const more = Array.from({ length: LINES }, (_, at) => ({
    code: `T-${at + 1}`,
    name: { zh: `橘洲（第${at + 1}款）`, en: `Juzhou ${at + 1}` },
    price: 100,
  }))
  await someProducts(place.world, more)
  await anOrderOfLastWeek()
  page = await openWindow(place)
  dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

async function anOrderOfLastWeek(): Promise<void> {
  const { world, customerId } = place
  const placedAt = addSeconds(world.clock.now(), -7 * 86_400)
  const line = { productId: productIdOfCode('YL-2'), quantity: 2, wanted: 2, price: 11_000, taxRate: 1300 }
  const past = { customerId, placedAt, currency: 'CNY', source: 'last week', lines: [line] } as const
  const [plan] = await planPastOrders(world, [past])
  if (!plan || plan instanceof Problem) throw new Error('No plan')
  await plan.commit({ kind: 'system', name: 'tests' })
}

/** Types as a scanner does, faster than keys can be sent from outside the browser. */
function scanInto(barcode: string): void {
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    )
  for (const digit of barcode) {
    press(digit)
    document.execCommand('insertText', false, digit)
  }
  press('Enter')
}

const ordersNow = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads
const lineOf = (name: { zh: string; en: string }) => dealer.quantityOf(name)
const open = () => dealer.visit('order/').then(() => lineOf(goods.yunling).waitFor())
const clear = () => dealer.fillBy(orderWayTexts.clear)

describe('filling the sheet', () => {
  it('thirty lines by keyboard take less than a minute', async () => {
    await open()
    let keys = 0
    const press = async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    }
    await press('/')
    for (const key of '橘洲') {
      keys += 3
      await page.keyboard.insertText(key)
    }
    await press('Enter')
    for (let line = 1; line <= LINES; line++) {
      for (const digit of String(line)) await press(digit)
      await press('Enter')
    }
    await page
      .getByText(dealer.t(orderEntryTexts.count, { products: LINES, quantity: 465 }))
      .first()
      .waitFor()
    expect(
      await dealer.named('searchbox', orderEntryTexts.find).evaluate((field) => field.matches(':focus')),
    ).toBe(true)
    expect((keys * MILLISECONDS_A_KEY) / 1000).toBeLessThanOrEqual(60)
    await clear()
  })

  it('a table without a heading asks for its column once', async () => {
    await open()
    await dealer.named('button', orderEntryTexts.paste).click()
    await page.locator('textarea').fill('云岭（硬红）\t12\t3\n松风（软）\t10\t2')
    await page.getByText(dealer.t(orderPasteTexts.whichNumber)).first().waitFor()
    await page.getByRole('button', { name: '3 条', exact: true }).click()
    await page.getByRole('button', { name: dealer.t(orderPasteTexts.add, { count: 2 }) }).click()
    expect(await lineOf(goods.yunling).inputValue()).toBe('3')
    expect(await lineOf(goods.songfeng).inputValue()).toBe('2')
    await clear()
  })

  it('a pasted chat becomes lines, doubts settled first', async () => {
    await open()
    await dealer.named('button', orderEntryTexts.paste).click()
    await page.locator('textarea').fill('云岭硬红 3条、松风 x2\n江南春 5\n没有的东西 7')
    await page.getByText(dealer.t(orderPasteTexts.open, { count: 2 })).waitFor()
    await page.getByText('家同档同量').waitFor()
    await page.getByRole('button', { name: dealer.t(orderPasteTexts.makeIt, { quantity: 2 }) }).click()
    await page.getByLabel(dealer.t(orderPasteTexts.findFor, { text: '没有的东西 7' })).fill('haichao')
    await page.getByRole('dialog').getByRole('button', { name: goods.haichao.zh }).click()
    await page.getByRole('button', { name: dealer.t(orderPasteTexts.add, { count: 4 }) }).click()
    expect(await lineOf(goods.haichao).inputValue()).toBe('7')
    expect(await lineOf(goods.yunling).inputValue()).toBe('3')
    expect(await lineOf(goods.songfeng).inputValue()).toBe('2')
    expect(await lineOf(goods.jiangnan).inputValue()).toBe('2')
  })

  it('a list keeps what is entered and gives it back', async () => {
    await dealer.fillBy(orderWayTexts.lists)
    await page.locator('.list-keep input').fill('平时')
    await dealer.named('button', orderListTexts.keep).click()
    await page.getByRole('heading', { name: '平时' }).waitFor()
    await dealer.named('button', orderMendTexts.close).click()
    await clear()
    expect(await lineOf(goods.yunling).inputValue()).toBe('')
    await dealer.fillBy(orderWayTexts.lists)
    await dealer.named('button', orderListTexts.instead).click()
    expect(await lineOf(goods.yunling).inputValue()).toBe('3')
    await clear()
  })

  it('a scanner puts one more in wherever the focus is', async () => {
    const item = { code: 'YL-8', name: goods.ziyun, price: 17_000, barcode: BARCODE }
    await someProducts(place.world, [item])
    await open()
    await lineOf(goods.yunling).fill('4')
    await lineOf(goods.yunling).focus()
    await page.evaluate(scanInto, BARCODE)
    const facts = { name: goods.ziyun.zh, added: 1, quantity: 1 }
    await page.getByText(dealer.t(orderNoticeTexts.scanAdded, facts)).waitFor()
    expect(await lineOf(goods.yunling).inputValue()).toBe('4')
    expect(await lineOf(goods.ziyun).inputValue()).toBe('1')
    await clear()
  })

  it('two scans in a row into one field count two', async () => {
    await open()
    const field = lineOf(goods.ziyun)
    await field.focus()
    await page.evaluate(scanInto, BARCODE)
    await page.evaluate(scanInto, BARCODE)
    const facts = { name: goods.ziyun.zh, added: 1, quantity: 2 }
    await page.getByText(dealer.t(orderNoticeTexts.scanAdded, facts)).waitFor()
    expect(await field.inputValue()).toBe('2')
    await clear()
  })

  it('what fast fingers type after Enter reaches the row', async () => {
    await open()
    const slow = await page.context().newCDPSession(page)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY })
    const rows = [
      { name: goods.songfeng, digits: '12' },
      { name: goods.haichao, digits: '34' },
      { name: goods.mochi, digits: '56' },
      { name: goods.zhuxi, digits: '78' },
    ]
    for (const { name, digits } of rows) {
      await page.keyboard.press('/')
      await page.keyboard.press('Control+a')
      // Sent one behind the other without waiting for the page.
      const sent = [page.keyboard.insertText(name.zh), page.keyboard.press('Enter')]
      for (const digit of digits) sent.push(page.keyboard.press(digit))
      await Promise.all(sent)
    }
    await page.keyboard.press('/')
    await page.keyboard.press('Escape')
    for (const { name, digits } of rows)
      await expect.poll(() => lineOf(name).inputValue(), { timeout: 10_000 }).toBe(digits)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await clear()
  })

  it('from home it takes two actions to order again', async () => {
    await dealer.visit('')
    await dealer.named('link', homeTexts.asLast).click()
    await lineOf(goods.jiangnan).waitFor()
    await dealer.submit()
    expect(await ordersNow()).toMatchObject([{ st: 'placed', v: 1 }, { st: 'confirmed' }])
    await dealer.cancel()
  })

  it('what cannot be had is remembered as wanted', async () => {
    await open()
    await lineOf(goods.jiangnan).fill('5')
    const settled = { quantity: 2, wanted: 5 }
    await page.getByRole('button', { name: dealer.t(orderMendTexts.settleFor, settled) }).click()
    await page.getByText(dealer.t(orderSideTexts.wantedKept, { wanted: 5 })).waitFor()
    await dealer.submit()
    const [head] = await ordersNow()
    const { version } = await findOrder(place.world, `ord_${place.customerId.slice(4)}-${head?.r}`)
    expect(version.l).toMatchObject([[productIdOfCode('YL-2').slice(4), 2, 5, 11_000, 1300, 2]])
    await dealer.cancel()
  })
})
