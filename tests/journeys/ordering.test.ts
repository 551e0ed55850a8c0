import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#shared/languages'
import { problemSentence } from '#shared/problems'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderMendTexts } from '#shared/texts/order-mend'
import { orderNoticeTexts } from '#shared/texts/order-notices'
import { orderSideTexts } from '#shared/texts/order-side'
import { orderTexts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import { goods, OWNER_PHONE, openPlace, openWindow, type Place, withCookiesOf } from './shop.ts'

describe.each(languages)('a shop owner orders on a phone in %s', (language) => {
  let place: Place
  let page: Page
  let dealer: Dealer

  beforeAll(async () => {
    place = await openPlace()
    page = await openWindow(place)
    dealer = dealerAt(page, language)
  })
  afterAll(() => place?.end())

  const ordersNow = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads

  const inView = async (words: string) => {
    const said = page.getByText(words)
    await said.waitFor()
    const { y = -1, height = 0 } = (await said.boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0)
  }
  const focused = () => page.evaluate(() => document.activeElement?.textContent)

  it('signs in with a code sent to the phone', async () => {
    await dealer.signInByCode(place, OWNER_PHONE)
    await page
      .getByText(dealer.t({ zh: '兴旺便利店', en: 'Xingwang Store' }))
      .first()
      .waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  it('finds a product and its limit explained', async () => {
    await dealer.goTo(pageTexts.order)
    await dealer.find('YL-2')
    await page.keyboard.type('5')
    const given = { zh: '2 条', en: '2 × carton' }
    const facts = { grade: 18, given, shops: 748, nearest: [2, 0] }
    await page.getByText(problemSentence('orders.over_limit', facts, language)).waitFor()
    await page.getByRole('button', { name: dealer.t(orderMendTexts.useInstead, { quantity: 2 }) }).click()
    expect(await dealer.quantityOf(goods.jiangnan).inputValue()).toBe('2')
  })

  it('places the order once with what was typed', async () => {
    await dealer.find('')
    await dealer.quantityOf(goods.yunling).fill('3')
    await dealer.submit()
    await page.getByText('¥520.00').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ st: 'placed', v: 1, t: 3 * 10_000 + 2 * 11_000 }])
  })

  it('changes the order from the list of orders', async () => {
    await dealer.openOrder('¥520.00')
    await dealer.named('link', orderTexts.change).click()
    await dealer.quantityOf(goods.songfeng).fill('4')
    await dealer.submit(orderEntryTexts.submitChange)
    await page.getByText('¥1,000.00').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ v: 2, t: 100_000 }])
  })

  it('a change from a stale tab overwrites nothing', async () => {
    const otherPage = await withCookiesOf(page, place, { width: 1280 })
    const other = dealerAt(otherPage, language)
    await dealer.visit('order/')
    await other.visit('order/')
    await other.quantityOf(goods.haichao).fill('1')
    await dealer.quantityOf(goods.yinxing).fill('1')
    await other.submit(orderEntryTexts.submitChange)
    await dealer.named('button', orderEntryTexts.submitChange).click()
    await page.getByText(dealer.t(orderNoticeTexts.changedMeanwhile, { version: 3 })).waitFor()
    expect(await ordersNow()).toMatchObject([{ v: 3 }])
    await otherPage.context().close()
  })

  it('cancels the order and gets everything back', async () => {
    await dealer.openOrder('¥1,130.00')
    await dealer.cancel()
    expect(await ordersNow()).toMatchObject([{ st: 'cancelled', v: 4, t: 0 }])
  })

  it('a session that ended is said beside the draft', async () => {
    const before = page.url()
    await dealer.visit('order/')
    await dealer.quantityOf(goods.zhuxi).fill('1')
    await page.getByText(dealer.t(orderSideTexts.draftSaved)).first().waitFor({ state: 'attached' })
    await page.route('**/api/**', (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'identity.not_signed_in', title: '-', requestId: 'req_1' }),
      }),
    )
    await dealer.named('button', orderEntryTexts.submit).click()
    await inView(dealer.t(orderNoticeTexts.signedOut))
    await page.unroute('**/api/**')
    await dealer.named('button', orderNoticeTexts.signInAgain).click()
    await page.waitForURL((url) => url.searchParams.get('returnTo') === `/${language}/order/`)
    await page.goto(before)
  })

  it('orders again and survives a lost network', async () => {
    const [cancelled] = await ordersNow()
    await dealer.named('link', orderTexts.again).click()
    await page.getByText(dealer.t(orderNoticeTexts.againFrom, { number: cancelled?.num })).waitFor()
    await dealer.quantityOf(goods.zhuxi).fill('2')
    let isCut = true
    await page.route('**/api/orders', async (route) => {
      if (!isCut || route.request().method() !== 'POST') return route.continue()
      isCut = false
      await route.fetch()
      await route.abort('connectionreset')
    })
    const button = dealer.named('button', orderEntryTexts.submit)
    await button.click()
    await inView(dealer.t(orderNoticeTexts.unanswered))
    expect(await focused()).toBe(dealer.t(pageTexts.tryAgain))
    await dealer.submit(pageTexts.tryAgain)
    expect((await ordersNow()).filter(({ st }) => st === 'placed')).toHaveLength(1)
  })
})
