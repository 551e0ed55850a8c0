import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { pageTexts } from '#shared/texts/pages'
import { dealerAt } from './dealer-steps.ts'
import { DESK_MAIL, goods, OWNER_MAIL, openPlace, openWindow, type Place, signInByMail } from './shop.ts'

const MOST_TABS = 40
let place: Place

beforeAll(async () => {
  place = await openPlace()
})
afterAll(() => place?.end())

/** Goes through a page by Tab; answers what has the focus and lies out of sight, and how far the walk went. */
async function walk(page: Page): Promise<{ hidden: string[]; steps: number }> {
  const hidden: string[] = []
  let steps = 0
  for (; steps < MOST_TABS; steps++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(whatIsHidden)
    if (found === 'the end') break
    if (found !== 'in sight') hidden.push(found)
  }
  return { hidden, steps }
}

/** Runs in the page: whether something else lies over what has the focus. */
function whatIsHidden(): string {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'the end'
  const { left, top, width, height } = focused.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  const isInSight = over !== null && (focused.contains(over) || over.contains(focused))
  const isLabelled = focused.closest('label')?.contains(over)
  const isWide = height > innerHeight / 2
  return isInSight || isLabelled || isWide ? 'in sight' : `${focused.tagName} ${focused.textContent}`
}

it('nothing that has the focus hides behind the bars', async () => {
  const phone = await openWindow(place, { width: 360 })
  await signInByMail(phone, OWNER_MAIL, '/zh/order/')
  const dealer = dealerAt(phone, 'zh')
  await dealer.quantityOf(goods.yunling).waitFor()
  const sheet = await walk(phone)
  expect(sheet.hidden).toEqual([])
  expect(sheet.steps).toBeGreaterThan(20)
  await dealer.visit('me/change/')
  await phone.locator('main summary').first().waitFor()
  expect((await walk(phone)).hidden).toEqual([])
})

it('staff reach every row of a phone by Tab', async () => {
  const phone = await openWindow(place, { width: 360 })
  await signInByMail(phone, DESK_MAIL, '/zh/')
  await phone.locator('main .order-link').first().waitFor()
  const { hidden, steps } = await walk(phone)
  expect(hidden).toEqual([])
  expect(steps).toBeGreaterThan(8)
})

it('a dialog gives the focus back when Escape closes it', async () => {
  const desk = await openWindow(place, { width: 1280 })
  await signInByMail(desk, OWNER_MAIL, '/zh/order/')
  const dealer = dealerAt(desk, 'zh')
  const opener = dealer.named('button', orderEntryTexts.paste)
  await opener.focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('dialog').getByRole('textbox').waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await opener.evaluate((button) => document.activeElement === button)).toBe(true)
})

it('the first key leads past the navigation', async () => {
  const desk = await openWindow(place, { width: 1280 })
  await signInByMail(desk, OWNER_MAIL, '/zh/orders/')
  await desk.keyboard.press('Tab')
  const skip = dealerAt(desk, 'zh').named('link', pageTexts.skip)
  expect(await skip.evaluate((link) => document.activeElement === link)).toBe(true)
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Tab')
  expect(await desk.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})
