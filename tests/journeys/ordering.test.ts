import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partsOfCycleId, saveCycle } from '#calendar'
import { addSeconds } from '#shared/time'
import { storedBasket } from '../../functions/orders/basket-store.ts'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import {
  newestCode,
  OWNER_MAIL,
  OWNER_PHONE,
  openPlace,
  openWindow,
  type Place,
  quantityOf,
  signInByMail,
  withCookiesOf,
} from './shop.ts'

let place: Place
let page: Page

beforeAll(async () => {
  place = await openPlace()
  page = await openWindow(place)
})
afterAll(() => place?.end())

const ordersNow = async () => (await ordersOfCustomer(place.world.table, place.customerId, 50)).heads

describe('a shop owner orders on a phone', () => {
  it('signs in with a code sent to the phone', async () => {
    await page.goto('/zh/sign-in/')
    await page.getByRole('link', { name: '登录' }).first().click()
    await page.fill('input[name=phone]', OWNER_PHONE)
    await page.press('input[name=phone]', 'Enter')
    await page.fill('input[name=code]', await newestCode(place, OWNER_PHONE))
    await page.press('input[name=code]', 'Enter')
    await page.waitForURL('**/zh/')
    await page.getByText('兴旺便利店').first().waitFor()
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  it('sees a limit explained before it is hit', async () => {
    await page.goto('/zh/order/')
    await quantityOf(page, '江南春（细支）').fill('5')
    await page.getByText('748 家同档同量').waitFor()
    await page.getByRole('button', { name: '改为 2' }).click()
    expect(await quantityOf(page, '江南春（细支）').inputValue()).toBe('2')
  })

  it('places the order once with what was typed', async () => {
    await quantityOf(page, '云岭（硬红）').fill('3')
    await page.getByRole('button', { name: '提交订单' }).click()
    await page.waitForURL('**/zh/orders/ord_*/')
    await page.getByText('¥520.00').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ st: 'placed', v: 1, t: 3 * 10_000 + 2 * 11_000 }])
  })

  it('changes the order inside the window', async () => {
    await page.goto('/zh/order/')
    await quantityOf(page, '松风（软）').fill('4')
    await page.getByRole('button', { name: '提交修改' }).click()
    await page.waitForURL('**/zh/orders/ord_*/')
    await page.getByText('¥1,000.00').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ v: 2, t: 100_000 }])
  })

  it('a change from a stale tab overwrites nothing', async () => {
    const other = await withCookiesOf(page, place, { width: 1280 })
    await page.goto('/zh/order/')
    await other.goto('/zh/order/')
    await quantityOf(other, '海潮（中支）').fill('1')
    await quantityOf(page, '银杏（硬）').fill('1')
    await other.getByRole('button', { name: '提交修改' }).click()
    await other.waitForURL('**/zh/orders/ord_*/')
    await page.getByRole('button', { name: '提交修改' }).click()
    await page.getByText('已在另一处改为第 3 版').waitFor()
    expect(await ordersNow()).toMatchObject([{ v: 3 }])
    await other.context().close()
  })

  it('cancels the order and gets everything back', async () => {
    const [head] = await ordersNow()
    await page.goto(`/zh/orders/ord_${place.customerId.slice(4)}-${head?.r}/`)
    await page.getByRole('button', { name: '取消订单' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '取消订单' }).click()
    await page.getByText('已取消').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ st: 'cancelled', v: 4, t: 0 }])
  })

  it('orders again and survives a lost network', async () => {
    await page.getByRole('link', { name: '再来一单' }).first().click()
    await page.getByText('请核对数量').waitFor()
    await quantityOf(page, '竹溪（细支）').fill('2')
    let isCut = true
    await page.route('**/api/orders', async (route) => {
      if (!isCut || route.request().method() !== 'POST') return route.continue()
      isCut = false
      await route.fetch()
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: '提交订单' }).click()
    await page.getByRole('button', { name: '重试' }).click()
    await page.waitForURL('**/zh/orders/ord_*/')
    expect((await ordersNow()).filter(({ st }) => st === 'placed')).toHaveLength(1)
    await page.unroute('**/api/orders')
  })
})

describe('a shop owner orders on a desktop', () => {
  let desk: Page

  it('signs in by mail and types with the keyboard alone', async () => {
    const [head] = await ordersNow()
    desk = await openWindow(place, { width: 1280 })
    await signInByMail(desk, OWNER_MAIL, '/zh/order/')
    expect(head?.st).toBe('placed')
    await quantityOf(desk, '云岭（硬红）').waitFor()
    await desk.keyboard.press('/')
    await desk.keyboard.type('YL-6')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('1')
    await desk.keyboard.press('Control+Enter')
    await desk.waitForURL('**/zh/orders/ord_*/')
    expect(await ordersNow()).toMatchObject([{ r: head?.r, v: 2 }, { st: 'cancelled' }])
  })

  it('a cut-off while typing refuses and keeps the draft', async () => {
    await desk.goto('/zh/order/')
    await quantityOf(desk, '紫云（硬）').fill('7')
    const parts = partsOfCycleId(place.cycleId)
    if (!parts) throw new Error('No cycle')
    const now = place.world.clock.now()
    await saveCycle(place.world, { ...parts, opensAt: addSeconds(now, -7200), closesAt: addSeconds(now, -1) })
    await desk.getByRole('button', { name: '提交修改' }).click()
    await desk.getByText('截止').first().waitFor()
    expect(await ordersNow()).toMatchObject([{ v: 2 }, { st: 'cancelled' }])
    await expect
      .poll(
        async () =>
          JSON.stringify((await storedBasket(place.world.table, place.customerId)).lines) +
          (await quantityOf(desk, '紫云（硬）').inputValue()),
      )
      .toContain('7')
  })

  it('signing out ends the session at once', async () => {
    const cookies = await desk.context().cookies()
    await desk.goto('/zh/me/')
    await desk.getByRole('button', { name: '退出' }).first().click()
    await desk.waitForURL((url) => !url.pathname.includes('/me/'))
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const answer = await fetch(`${place.portal.origin}/api/session`, { headers: { cookie } })
    expect(answer.status).toBe(401)
  })
})
