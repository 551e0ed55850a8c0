import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { productIdOfCode, savePrice } from '#catalogue'
import { onePrice } from '#shared/price-rules'
import { demandTexts } from '#shared/texts/demand'
import { formTexts } from '#shared/texts/forms'
import { limitTexts } from '#shared/texts/limits'
import { orderListTexts } from '#shared/texts/order-lists'
import { orderWayTexts } from '#shared/texts/order-ways'
import { pageTexts } from '#shared/texts/pages'
import { priceTexts } from '#shared/texts/prices'
import { publicationTexts } from '#shared/texts/publications'
import { recordTexts } from '#shared/texts/records'
import { changeLimits } from '#supply'
import { dealerAt } from './dealer-steps.ts'
import {
  DESK_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let desk: Page

beforeAll(async () => {
  place = await openPlace()
  desk = await openWindow(place, { width: 1280 })
  await signInByMail(desk, DESK_MAIL, '/zh/staff/customers/')
})
afterAll(() => place?.end())

it('one limit is changed, and nobody else’s is lost', async () => {
  await desk.goto(`/zh/staff/customers/${place.customerId}/`)
  await desk.getByText(limitTexts.see.zh).click()
  await desk.getByText('每户 2').waitFor()
  const change = limitTexts.changeOf.zh.replace('{name}', goods.jiangnan.zh)
  await desk.getByRole('button', { name: change }).click()
  const quantity = desk.getByLabel(limitTexts.quantity.zh.replace('{grade}', '18'))
  await quantity.fill('7')
  await desk.getByRole('dialog').getByLabel(formTexts.reason.zh).fill('到货少了')
  const meanwhile = { productId: productIdOfCode('YL-3'), grade: 18, quantity: 9 }
  await changeLimits(place.world, tester, place.cycleId, {
    changes: [meanwhile],
    countShops: async () => new Map(),
  })
  const save = desk.getByRole('dialog').getByRole('button', { name: formTexts.save.zh, exact: true })
  await save.click()
  await desk.getByText(formTexts.merged.zh).waitFor()
  await expectAccessible(desk, 'a limit that is changed')
  await save.click()
  await desk.getByText(formTexts.saved.zh, { exact: true }).first().waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByText('每户 7').waitFor()
  await desk.getByText('每户 9').waitFor()
  await desk.getByText(limitTexts.history.zh).click()
  await desk.getByText('江南春（细支） · 18 档').waitFor()
  await desk.getByText('到货少了').waitFor()
  await expectAccessible(desk, 'limits of a shop')
})

it('a publication tells what it changed and for whom', async () => {
  const productId = productIdOfCode('YL-1')
  await savePrice(place.world, tester, { list: 'standard', productId, breaks: onePrice(12_300) })
  await desk.goto('/zh/staff/prices/')
  await desk.getByRole('button', { name: priceTexts.publish.zh, exact: true }).click()
  await desk.getByText(priceTexts.published.zh).waitFor()
  await desk.getByText(publicationTexts.title.zh).click()
  await desk.getByText(publicationTexts.lookedAt.zh).waitFor()
  await desk.getByText('standard：1 条，影响 1 家').waitFor()
  await desk.getByText(priceTexts.seeChanges.zh).first().click()
  await desk.getByText('¥123.00').first().waitFor()
  await expectAccessible(desk, 'publications so far')
})

it('a shop reads what became of its list', async () => {
  const page = await openWindow(place)
  const dealer = dealerAt(page, 'zh')
  await signInByMail(page, OWNER_MAIL, '/zh/order/')
  await dealer.quantityOf(goods.yunling).fill('4')
  await dealer.fillBy(orderWayTexts.lists)
  await page.getByRole('dialog').getByRole('textbox').fill('常备')
  await dealer.named('button', orderListTexts.keep).click()
  await page.getByText(orderListTexts.more.zh).click()
  await page.getByLabel(`${recordTexts.history.zh} 常备`).click()
  const told = page.locator('.story')
  await told.getByText(goods.yunling.zh).waitFor()
  expect(await told.innerText()).toContain('何修')
  await expectAccessible(page, 'history of a list')
})

it('what is not there leads back to the list', async () => {
  await desk.goto('/zh/staff/customers/cus_0000000000000000/')
  await desk.getByRole('link', { name: pageTexts.backToList.zh }).click()
  await desk.waitForURL('**/zh/staff/customers/')
  await desk.getByRole('link', { name: '兴旺便利店', exact: true }).waitFor()
})

it('cycles that fail to load are not called none', async () => {
  const refusal = { status: 429, json: { code: 'request.too_many', title: '请稍后再试。' } }
  await desk.route('**/api/cycles', (route) => route.fulfill(refusal), { times: 1 })
  await desk.goto('/zh/staff/demand/')
  const trouble = desk.getByRole('alert')
  await trouble.getByText(refusal.json.title).waitFor()
  expect(await desk.getByText(demandTexts.noCycle.zh).count()).toBe(0)
  await trouble.getByRole('button', { name: pageTexts.tryAgain.zh }).click()
  await desk.getByRole('heading', { level: 1, name: demandTexts.title.zh }).waitFor()
})
