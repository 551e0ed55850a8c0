import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { partsOfCycleId, saveCycle } from '#calendar'
import { correctionTexts } from '#shared/texts/corrections'
import { deskTexts } from '#shared/texts/desk'
import { notForYouTexts } from '#shared/texts/not-for-you'
import { objectionTexts as texts } from '#shared/texts/objections'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { orderNoticeTexts } from '#shared/texts/order-notices'
import { signInTexts } from '#shared/texts/sign-in'
import { addSeconds } from '#shared/time'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { dealerAt } from './dealer-steps.ts'
import {
  anApprovalOf,
  DESK_MAIL,
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

let place: Place
let desk: Page
let phone: Page
let orderPath = ''

beforeAll(async () => {
  place = await openPlace()
  await anApprovalOf(place)
  desk = await openWindow(place, { width: 1280 })
  phone = await openWindow(place)
  await signInByMail(desk, DESK_MAIL, '/zh/staff/desk/')
  await signInByMail(phone, OWNER_MAIL)
})
afterAll(() => place?.end())

it('a number that is typed stands in no address', async () => {
  const asked: string[] = []
  desk.on('request', (request) => asked.push(request.url()))
  const box = desk.getByLabel(deskTexts.caller.zh)
  await box.fill(OWNER_PHONE)
  const shop = desk.getByRole('button', { name: /兴旺便利店/ })
  await shop.waitFor()
  await desk.reload()
  await shop.waitFor()
  expect(await box.inputValue()).toBe(OWNER_PHONE)
  expect(asked.filter((url) => url.includes('/customers/found')).length).toBeGreaterThan(1)
  expect([...asked, desk.url()].filter((url) => url.includes(OWNER_PHONE.slice(0, 7)))).toEqual([])
  await box.fill('')
  await shop.waitFor({ state: 'detached' })
})

it('a caller is found by number and ordered for', async () => {
  await desk.getByLabel(deskTexts.caller.zh).waitFor()
  await desk.keyboard.type(`${OWNER_PHONE.slice(0, 3)} ${OWNER_PHONE.slice(3, 7)} ${OWNER_PHONE.slice(7)}`)
  await desk.keyboard.press('Enter')
  const way = desk.getByRole('link', { name: deskTexts.openGrid.zh })
  await way.waitFor()
  await desk.getByText('何修').waitFor()
  await desk.getByText(/小李 提交的 1 行/).waitFor()
  await expectAccessible(desk, 'the desk')
  await takePicture(desk, 'journey-desk-zh-1280')
  await desk.keyboard.press('Enter')
  await desk.waitForURL('**/order/?customer=*')
  await desk.getByText(/小李 提交的 1 行/).waitFor()
  expect(await desk.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  await takePicture(desk, 'journey-on-behalf-zh-1280')
  await dealerAt(desk, 'zh').quantityOf(goods.yunling).fill('3')
  await desk.getByRole('button', { name: orderEntryTexts.submit.zh }).click()
  await desk.waitForURL('**/staff/desk/?placed=*')
  await desk.getByText(deskTexts.next.zh).waitFor()
  const focused = () => desk.evaluate(() => document.activeElement?.getAttribute('type'))
  expect(await focused()).toBe('search')
})

it('who calls again has an order that is changed', async () => {
  await desk.keyboard.insertText(OWNER_PHONE)
  await desk.keyboard.press('Enter')
  const way = desk.getByRole('link', { name: /改订单 .*¥300\.00/ })
  await way.waitFor()
  await takePicture(desk, 'journey-desk-again-zh-1280')
  await way.press('Enter')
  await dealerAt(desk, 'zh').quantityOf(goods.yunling).waitFor()
})

it('who is signed out while typing is told so', async () => {
  // What the page still asks would lead to the sign-in page by itself.
  await desk.waitForLoadState('networkidle')
  await desk.context().clearCookies()
  await dealerAt(desk, 'zh').quantityOf(goods.yunling).fill('4')
  await desk.getByText(orderNoticeTexts.signedOutTyping.zh).waitFor()
  await expectAccessible(desk, 'a sheet of who is signed out')
  await takePicture(desk, 'journey-signed-out-zh-1280')
  await desk.getByRole('button', { name: orderNoticeTexts.signInAgain.zh }).click()
  await desk.getByText(signInTexts.ended.zh).waitFor()
  await takePicture(desk, 'journey-sign-in-again-zh-1280')
  await signInByMail(desk, DESK_MAIL, '/zh/')
})

it('a page says to whom it is no use', async () => {
  await phone.goto('/zh/staff/oddities/')
  await phone.getByText(notForYouTexts.notForYou.zh).waitFor()
  await expectAccessible(phone, 'a page for others')
  await takePicture(phone, 'journey-not-for-you-zh-360')
})

it('the shop is told by SMS and objects', async () => {
  while ((await deliverDue(place.world)) > 0);
  const answer = await fetch(`${place.portal.origin}/mailbox.json?to=${encodeURIComponent(OWNER_PHONE)}`)
  orderPath = /\/zh\/orders\/ord_[0-9A-Z-]+\//.exec(await answer.text())?.[0] ?? ''
  expect(orderPath).not.toBe('')
  await phone.goto(orderPath)
  await phone.getByRole('button', { name: texts.raise.zh }).click()
  await phone.getByRole('textbox').fill('我只要两条')
  await phone.getByRole('button', { name: texts.send.zh, exact: true }).click()
  await phone.getByText(texts.raisedOwn.zh).waitFor()
  await expectAccessible(phone, 'an order with an objection')
  await takePicture(phone, 'journey-objection-zh-360')
})

it('staff see the objection and settle it', async () => {
  await desk.goto('/zh/')
  await desk.getByRole('link', { name: /1 个异议等待处理/ }).click()
  await desk.getByRole('button', { name: texts.settle.zh }).click()
  await desk.getByLabel(texts.isExplained.zh).check()
  await desk.getByLabel(texts.answer.zh).fill('电话录音里是三条，下周再调')
  await takePicture(desk, 'journey-settle-zh-1280')
  await desk.getByRole('dialog').getByRole('button', { name: texts.settle.zh }).click()
  await desk.getByText(texts.explained.zh).waitFor()
  await phone.reload()
  await phone.getByText('电话录音里是三条，下周再调').first().waitFor()
})

it('staff correct it after the close, with a reason', async () => {
  const parts = partsOfCycleId(place.cycleId)
  if (!parts) throw new Error('No cycle')
  const now = place.world.clock.now()
  const window = { opensAt: addSeconds(now, -7200), closesAt: addSeconds(now, -30) }
  await saveCycle(place.world, { ...parts, ...window })
  await desk.goto(orderPath)
  await desk.locator('summary').filter({ hasText: texts.correct.zh }).click()
  const row = desk.getByRole('listitem').filter({ hasText: goods.yunling.zh })
  await row.getByRole('button', { name: correctionTexts.takeAway.zh }).click()
  await desk.getByLabel(correctionTexts.add.zh).fill(goods.songfeng.zh)
  await desk.getByRole('button', { name: `＋ ${goods.songfeng.zh}` }).click()
  await desk.getByLabel(goods.songfeng.zh).fill('2')
  await desk.getByLabel(texts.reason.zh).fill('电话里听成了云岭')
  await expectAccessible(desk, 'a correction')
  await takePicture(desk, 'journey-correction-zh-1280')
  await desk.getByRole('button', { name: texts.correct.zh, exact: true }).click()
  await desk.getByText('电话里听成了云岭').first().waitFor()
})

it('the shop is told and sees the corrected order', async () => {
  while ((await deliverDue(place.world)) > 0);
  const answer = await fetch(`${place.portal.origin}/mailbox.json?to=${encodeURIComponent(OWNER_PHONE)}`)
  expect(await answer.text()).toContain('电话里听成了云岭')
  await phone.goto(orderPath)
  await phone.getByText('电话里听成了云岭').first().waitFor()
  await phone.getByText(goods.songfeng.zh).first().waitFor()
  await phone.getByText('¥240.00').first().waitFor()
  await takePicture(phone, 'journey-corrected-zh-360')
})
