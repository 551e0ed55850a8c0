import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getOrderPlan, layOutCycles, saveOrderPlan } from '#calendar'
import { tradedPlan } from '#shared/calendar-presets'
import { fill } from '#shared/languages'
import { customerTexts } from '#shared/texts/customers'
import { formTexts } from '#shared/texts/forms'
import { messageTexts } from '#shared/texts/messages'
import { staffCalendarTexts as cycleTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { typedMomentTexts } from '#shared/texts/typed-moments'
import {
  DESK_MAIL,
  expectAccessible,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let shop: Page
let staff: Page

beforeAll(async () => {
  place = await openPlace()
  const { world } = place
  await saveOrderPlan(world, tester, {
    plan: { ...tradedPlan, weeksAhead: 2 },
    reason: '试',
    baseVersion: (await getOrderPlan(world)).version,
  })
  await layOutCycles(world)
  ;[shop, staff] = await Promise.all([openWindow(place), openWindow(place, { width: 1280 })])
  await signInByMail(staff, DESK_MAIL, '/zh/staff/calendar/')
})
afterAll(() => place?.end())

const field = (name: { zh: string }) => staff.getByRole('dialog').getByLabel(name.zh, { exact: true })
const button = (name: string) => staff.getByRole('button', { name, exact: true })
const planRow = (name: string) => staff.getByRole('row').filter({ has: button(`${texts.rename.zh} ${name}`) })

it('staff move a coming window by keyboard alone', async () => {
  // Not yet open whatever the hour, and near enough for the calendar of the shop.
  const change = button(cycleTexts.change.zh).nth(2)
  await change.focus()
  await staff.keyboard.press('Enter')
  const [opens, closes] = [field(cycleTexts.opens), field(cycleTexts.closes)]
  const closedAt = await closes.inputValue()
  await opens.fill('2020-01-06T09:00')
  await staff.keyboard.press('Tab')
  await field(cycleTexts.reason).fill('路面结冰')
  await staff.keyboard.press('Enter')
  await staff.getByText(/开放时间至少要在 10 分钟以后/).waitFor()
  expect(await opens.evaluate((input) => input === document.activeElement)).toBe(true)
  await expectAccessible(staff, 'a refused change')
  await opens.fill(closedAt.replace(/T.*/, 'T09:00'))
  await closes.fill(closedAt.replace(/T.*/, 'T17:30'))
  await staff.keyboard.press('Enter')
  await staff.getByRole('dialog').waitFor({ state: 'hidden' })
  const row = staff.getByRole('row').filter({ hasText: '路面结冰' })
  expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('17:30')
})

it('the shop sees the new time and is told', async () => {
  await signInByMail(shop, OWNER_MAIL, '/zh/me/calendar/')
  await shop.getByRole('listitem').filter({ hasText: '路面结冰' }).getByText(/17:30/).waitFor()
  const inbox = () => shop.evaluate(async () => (await fetch('/api/messages')).text())
  await expect.poll(inbox, { timeout: 60_000, interval: 300 }).toContain('路面结冰')
  await shop.goto('/zh/messages/')
  await shop.getByText(messageTexts['cycle-changed'].subject.zh).first().waitFor()
  await shop.getByText('路面结冰').first().waitFor()
})

it('the cycle tells who moved it and why', async () => {
  await staff
    .getByRole('row')
    .filter({ hasText: '路面结冰' })
    .getByRole('button', { name: cycleTexts.details.zh })
    .click()
  await staff.getByText(cycleTexts.cycleHistory.zh).click()
  const told = staff.locator('.story')
  await told.getByText('吕雨宁').waitFor()
  const words = (await told.innerText()).replaceAll(/\s+/g, ' ')
  expect(words).toMatch(/调整窗口 .* 路面结冰 .*截止 .*16:00 → .*17:30/)
  await expectAccessible(staff, 'a cycle')
})

it('a batch with shops is refused at its row', async () => {
  await staff.getByText(texts.title.zh, { exact: true }).click()
  await button(`${texts.remove.zh} 每日批次`).click()
  await button(texts.addBatch.zh).click()
  await field(texts.nameZh).fill('远郊批次')
  await field(texts.nameEn).fill('Outskirts batch')
  await staff.keyboard.press('Enter')
  await planRow('远郊批次').waitFor()
  await staff.getByLabel(texts.reason.zh).fill('开通远郊')
  await button(texts.save.zh).click()
  await staff
    .getByRole('alert')
    .getByText(/“每日批次”还有 1 家店铺/)
    .waitFor()
  await staff
    .getByRole('rowheader')
    .getByText(/还有 1 家店铺/)
    .waitFor()
  await expectAccessible(staff, 'a refused plan')
  await button(`${texts.stays.zh} 每日批次`).click()
  await button(`${texts.rename.zh} 每日批次`).click()
  await field(texts.nameZh).fill('门店日单')
  await staff.keyboard.press('Enter')
  await button(texts.save.zh).click()
  await staff.getByText(fill(texts.saved.zh, { version: 2 })).waitFor()
})

it('a renamed batch is called so everywhere', async () => {
  await layOutCycles(place.world)
  await shop.goto('/zh/me/calendar/')
  await shop.getByText(/门店日单/).waitFor()
  await staff.goto('/zh/staff/customers/')
  await button(customerTexts.add.zh).click()
  expect(await staff.getByRole('dialog').locator('option').allInnerTexts()).toContain('远郊批次')
})

it('another weekday is looked at before shops are told', async () => {
  await staff.goto('/zh/staff/calendar/')
  await staff.getByText(texts.title.zh, { exact: true }).click()
  await button(`${texts.rename.zh} 远郊批次`).click()
  await field(texts.weekday).selectOption('3')
  await button(texts.takeOver.zh).click()
  await staff.getByLabel(texts.reason.zh).fill('换送货日')
  await button(texts.save.zh).click()
  const told = staff.getByRole('dialog')
  await told.getByText(fill(texts.batchChanges.zh, { batch: '远郊批次', count: 0 })).waitFor()
  await expectAccessible(staff, 'a plan looked at')
  await told.getByRole('button', { name: texts.saveAndTell.zh }).click()
  await staff.getByText(fill(texts.saved.zh, { version: 3 })).waitFor()
})

it('a day typed by keyboard stays as typed', async () => {
  await staff.goto('/zh/staff/calendar/')
  await staff.getByText(texts.title.zh, { exact: true }).click()
  await button(texts.addHoliday.zh).click()
  const [from, to] = [texts.holidayFrom, texts.holidayTo].map(({ zh }) =>
    staff.getByLabel(zh, { exact: true }).last(),
  )
  await to?.fill('2026-12-03')
  await from?.focus()
  await staff.keyboard.type('01012027')
  await to?.focus()
  expect([await from?.inputValue(), await to?.inputValue()]).toEqual(['2027-01-01', '2027-01-01'])
  await from?.focus()
  await staff.keyboard.type('01010226')
  await to?.focus()
  await staff.getByText(typedMomentTexts.unread.zh).waitFor()
  const weeks = staff.getByLabel(texts.weeksAhead.zh)
  await weeks.fill('')
  await weeks.pressSequentially('8')
  expect(await weeks.inputValue()).toBe('8')
  await staff.reload()
  await staff.getByText(texts.title.zh, { exact: true }).click()
  await staff.getByText(formTexts.restored.zh).waitFor()
  expect([await from?.inputValue(), await weeks.inputValue()]).toEqual(['2027-01-01', '8'])
})
