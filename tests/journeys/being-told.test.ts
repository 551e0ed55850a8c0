import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import { fill } from '#shared/languages'
import { notificationProblems } from '#shared/problem-lists/notifications'
import { formTexts } from '#shared/texts/forms'
import { homeTexts } from '#shared/texts/home'
import { largeModeTexts } from '#shared/texts/large-mode'
import { listTexts } from '#shared/texts/lists'
import { messageTexts } from '#shared/texts/messages'
import { pageTexts } from '#shared/texts/pages'
import { preferenceTexts } from '#shared/texts/preferences'
import { waitedForTexts } from '#shared/texts/waited-for'
import { templateNameTexts, wordingTexts } from '#shared/texts/wording'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { aCustomer } from '../support/builders.ts'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  DESK_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  withCookiesOf,
} from './shop.ts'
import { newestSms, tellOwner } from './told-steps.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let page: Page
let dealer: Dealer

beforeAll(async () => {
  place = await openPlace()
  page = await openWindow(place)
  dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL)
})
afterAll(() => place?.end())

const unread = (from: Page) => from.locator('.places [data-unread]').first()

it('an SMS-only shop is invited, signs in and orders', async () => {
  const { world } = place
  const customerId = await aCustomer(world, '184', { name: { zh: '福来超市', en: 'Fulai Market' } })
  const phone = '19900002222'
  await inviteMember(world, tester, { customerId, name: '李强', phone: `+86${phone}`, role: 'owner' })
  const link = /http\S+/.exec(await newestSms(place, phone))?.[0] ?? ''
  const next = await openWindow(place)
  const shop = dealerAt(next, 'zh')
  await next.goto(link)
  await next.waitForURL('**/sign-in/**')
  await shop.signInByCode(place, phone)
  await shop.named('link', homeTexts.start).click()
  await shop.quantityOf(goods.yunling).fill('2')
  await shop.submit()
  expect((await ordersOfCustomer(world.table, customerId, 5)).heads).toMatchObject([
    { st: 'placed', t: 20_000 },
  ])
  await next.context().close()
})

it('home says what happened, the inbox shows it whole', async () => {
  await tellOwner(place, '门牌号不对。')
  await dealer.visit('')
  await page.getByRole('heading', { name: homeTexts.sinceLast.zh }).waitFor()
  await unread(page).getByText('1', { exact: true }).waitFor()
  await page
    .getByRole('link', { name: fill(messageTexts['request-refused'].subject.zh, { shop: '兴旺便利店' }) })
    .click()
  await page.waitForURL('**/zh/me/**')
  await unread(page).waitFor({ state: 'hidden' })
  await dealer.visit('messages/')
  await page.getByText('门牌号不对。').waitFor()
  await dealer.goTo(pageTexts.home)
  await page.getByRole('link', { name: homeTexts.allMessages.zh }).waitFor()
  expect(await page.getByRole('heading', { name: homeTexts.sinceLast.zh }).count()).toBe(0)
})

it('large mode follows its person to another device', async () => {
  const sizeOf = (from: Page) => from.evaluate(() => getComputedStyle(document.body).fontSize)
  await dealer.visit('me/')
  await page.getByRole('main').getByLabel(largeModeTexts.largeMode.zh).check()
  expect(await sizeOf(page)).toBe('20.25px')
  const other = await withCookiesOf(page, place, {})
  await other.goto('/zh/')
  await other.getByRole('navigation', { name: largeModeTexts.shortWays.zh }).waitFor()
  expect([await sizeOf(other), await other.getByRole('link', { name: /400-990-0000/ }).isVisible()]).toEqual([
    '20.25px',
    true,
  ])
  await other.context().close()
})

it('large mode reads the time left aloud', async () => {
  await dealer.goTo(pageTexts.home)
  await page.getByRole('button', { name: largeModeTexts.readAloud.zh }).waitFor()
  await page.evaluate(() => {
    speechSynthesis.speak = (words) => {
      document.title = words.text
    }
  })
  await page.getByRole('button', { name: largeModeTexts.readAloud.zh }).click()
  await page.waitForFunction(() => document.title.includes('订货窗口还剩'))
})

it('quiet hours are kept as they were chosen', async () => {
  await dealer.visit('me/messages/')
  await page.getByLabel(preferenceTexts.quiet.zh, { exact: true }).check()
  await page.getByLabel(preferenceTexts.from.zh, { exact: true }).fill('22:30')
  await dealer.named('button', formTexts.save).click()
  await page.getByText(formTexts.saved.zh, { exact: true }).waitFor()
  await page.reload()
  expect(await page.getByLabel(preferenceTexts.from.zh, { exact: true }).inputValue()).toBe('22:30')
})

it('staff word a message, and the shop reads it', async () => {
  const desk = await openWindow(place, { width: 1280 })
  await signInByMail(desk, DESK_MAIL, '/zh/staff/messages/')
  await desk.getByRole('button', { name: templateNameTexts['request-refused'].zh }).click()
  const text = desk.getByLabel(wordingTexts.textZh.zh)
  const publish = desk.getByRole('button', { name: wordingTexts.publish.zh })
  await text.fill('这次没有通过，请来电。')
  await publish.click()
  const missing = fill(notificationProblems['notifications.place_missing'].zh, { variable: '{reason}' })
  await desk.getByText(missing).first().waitFor()
  await text.fill('这次没有通过，因为{reason}')
  await desk.getByText('这次没有通过，因为图片看不清。').first().waitFor()
  await publish.click()
  await desk.getByText(fill(wordingTexts.own.zh, { version: 1 })).waitFor()
  await tellOwner(place, '照片太暗。')
  await dealer.visit('messages/')
  await page.getByText('这次没有通过，因为照片太暗。').waitFor()
  await desk.context().close()
})

it('staff remind a shop, and its owner reads it', async () => {
  const desk = await openWindow(place, { width: 1280 })
  await signInByMail(desk, DESK_MAIL, '/zh/staff/waiting/')
  await desk.getByLabel(fill(listTexts.selectRow.zh, { name: '兴旺便利店' })).check()
  await desk.getByRole('button', { name: waitedForTexts.remind.zh }).click()
  await desk.getByRole('dialog').getByRole('button', { name: waitedForTexts.remind.zh }).click()
  await desk.getByText(fill(listTexts.outcome.zh, { done: 1, refused: 0 })).waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByLabel(waitedForTexts.whomReminded.zh).selectOption('yes')
  await desk.getByRole('row', { name: /兴旺便利店.* · / }).waitFor()
  await expectAccessible(desk, 'shops without an order, reminded')
  await desk.context().close()
  await dealer.visit('messages/')
  await page.getByText('“兴旺便利店”在这个窗口还没有订单。').waitFor()
})
