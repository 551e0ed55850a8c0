import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getCompany, listUnits } from '#accounts'
import { companyFieldTexts as fields, companyTexts as texts } from '#shared/texts/company'
import { formTexts } from '#shared/texts/forms'
import { ownCalendarTexts } from '#shared/texts/own-calendar'
import { pageTexts } from '#shared/texts/pages'
import { priceTexts } from '#shared/texts/prices'
import {
  DESK_MAIL,
  expectAccessible,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  withCookiesOf,
} from './shop.ts'

let place: Place
let mine: Page

beforeAll(async () => {
  place = await openPlace()
  mine = await openWindow(place, { width: 1280 })
  await signInByMail(mine, DESK_MAIL, '/zh/staff/company/')
})
afterAll(() => place?.end())

const said = (text: { zh: string }, facts: Record<string, string>) =>
  text.zh.replace(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? '')
const save = (page: Page) => page.getByRole('button', { name: formTexts.save.zh, exact: true }).click()

it('a colour that hides white text gives its nearest', async () => {
  await mine.getByLabel(fields.brandColour.zh).first().fill('#ffcc00')
  await mine.getByRole('button', { name: said(texts.takeNearest, { nearest: '#8f7200' }) }).click()
  await save(mine)
  await mine.getByText(formTexts.saved.zh).waitFor()
  expect((await getCompany(place.world)).brandColour).toBe('#8f7200')
})

it('what two administrators change at once is merged', async () => {
  const theirs = await withCookiesOf(mine, place, { width: 1280 })
  await theirs.goto('/zh/staff/company/')
  await theirs.getByLabel(fields.servicePhone.zh).fill('95000')
  await mine.getByLabel(texts.nameEn.zh).fill('Mine')
  await save(theirs)
  await theirs.getByText(formTexts.saved.zh).waitFor()
  await save(mine)
  await mine.getByText(formTexts.merged.zh).waitFor()
  await save(mine)
  await mine.getByText(formTexts.saved.zh).waitFor()
  expect(await getCompany(place.world)).toMatchObject({ servicePhone: '95000', name: { en: 'Mine' } })
})

it('a unit is added by the keyboard alone', async () => {
  await mine.getByRole('button', { name: `${texts.addBelow.zh} hq`, exact: true }).focus()
  await mine.keyboard.press('Enter')
  await mine.keyboard.type('31')
  await mine.keyboard.press('Tab')
  await mine.keyboard.type('上海')
  await mine.keyboard.press('Enter')
  await mine.locator('.unit-tree').getByText('上海').waitFor()
  expect(await listUnits(place.world)).toContainEqual({
    ...{ path: 'hq/31', name: { zh: '上海', en: '上海' } },
    ...{ level: 2, version: 1 },
  })
  await expectAccessible(mine, 'company')
})

it('a unit with customers says why it stays', async () => {
  await mine.locator('.unit-tree').getByText('hq/53', { exact: true }).click()
  await mine.locator('.unit-tree').getByText('hq/53/5301', { exact: true }).click()
  await mine.getByRole('button', { name: `${texts.remove.zh} hq/53/5301` }).click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByRole('button', { name: texts.remove.zh, exact: true }).click()
  await dialog.getByText('里还有客户').waitFor()
})

it.each([
  [DESK_MAIL, '/zh/staff/prices/', priceTexts.title],
  [OWNER_MAIL, '/zh/me/calendar/', ownCalendarTexts.title],
])('%s tries again when the company cannot be read', async (mail, path, title) => {
  const page = await openWindow(place, { width: 1280 })
  await signInByMail(page, mail)
  await page.route('**/api/company', (route) => route.fulfill({ status: 500 }))
  await page.goto(path)
  const again = page.getByRole('button', { name: pageTexts.tryAgain.zh })
  await again.waitFor()
  await page.unroute('**/api/company')
  await again.click()
  await page.getByRole('heading', { name: title.zh, exact: true }).waitFor()
})
