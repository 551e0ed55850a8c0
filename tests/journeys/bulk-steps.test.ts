import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedCustomers } from '#accounts'
import { productIdOfCode } from '#catalogue'
import { inviteStaff, membersOfCustomer } from '#identity'
import { askForChange } from '#requests'
import { fill } from '#shared/languages'
import { decidingTexts } from '#shared/texts/deciding'
import { importListTexts } from '#shared/texts/import-list'
import { listTexts } from '#shared/texts/lists'
import { peopleTexts } from '#shared/texts/people'
import { priceListTexts } from '#shared/texts/price-list'
import { priceTexts } from '#shared/texts/prices'
import { staffListTexts } from '#shared/texts/staff-list'
import { storedPrice } from '../../functions/catalogue/price-store.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { storedImport } from '../../functions/imports/import-store.ts'
import { confirmImport } from '../../functions/imports/start-phase.ts'
import { uploadKey } from '../../functions/requests/licence-file.ts'
import {
  anImportOf,
  aRequestOf,
  DESK_MAIL,
  expectAccessible,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let page: Page

beforeAll(async () => {
  place = await openPlace()
  page = await openWindow(place, { width: 1280 })
  await signInByMail(page, DESK_MAIL, '/zh/staff/people/')
})
afterAll(() => place?.end())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const choose = (name: string) => page.getByLabel(fill(listTexts.selectRow.zh, { name })).check()
const chooseAll = () => page.getByLabel(listTexts.selectAll.zh).check()

/** Waits for the verdicts of a step, hands over what was refused and why, and closes them. */
async function verdicts(done: number, refused: number): Promise<string[]> {
  await page.getByRole('heading', { name: fill(listTexts.outcome.zh, { done, refused }) }).waitFor()
  await expectAccessible(page, 'verdicts')
  const found = await page.locator('.outcomes li').allTextContents()
  await button(listTexts.close.zh).click()
  return found
}

/** The shop asks for a new licence as well. */
async function askForLicence(): Promise<void> {
  const { world, customerId } = place
  const [owner] = await membersOfCustomer(world.table, customerId)
  const uploadId = '0123456789ABCDEF'
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  await world.files.write(uploadKey(customerId, uploadId), png, 'image/png')
  const licence = { number: '530102100183', expiresOn: '2031-03-31' } as const
  const change = { kind: 'licence', licence, uploadId } as const
  const asked = { customerId, personId: owner?.personId ?? 'per_', change }
  await askForChange(world, tester, asked, { key: 'licence', fingerprint: 'licence' })
}

it('staff are disabled together, oneself is refused', async () => {
  const staff = { grants: [{ role: 'analyst', unitPath: 'hq' }], subtrees: [''], isQuiet: true } as const
  const grants = [...staff.grants]
  await inviteStaff(place.world, tester, { ...staff, grants, name: '周明', mail: 'ming@company.example' })
  await page.reload()
  await page.getByRole('link', { name: '周明' }).waitFor()
  await chooseAll()
  await button(peopleTexts.disable.zh).click()
  expect(await verdicts(1, 1)).toEqual([`吕雨宁 ${staffListTexts.yourself.zh}`])
  await page.getByRole('row', { name: '周明' }).getByText(peopleTexts.disabled.zh).waitFor()
})

it('two requests of one shop are approved together', async () => {
  await aRequestOf(place)
  await askForLicence()
  await page.goto('/zh/staff/requests/')
  const choices = page.getByLabel(fill(listTexts.selectRow.zh, { name: '兴旺便利店' }))
  await choices.nth(1).waitFor()
  for (const at of [0, 1]) await choices.nth(at).check()
  await page.getByRole('region', { name: fill(listTexts.selected.zh, { count: 2 }) }).waitFor()
  await page.locator('.bulk-bar').getByRole('button', { name: decidingTexts.approve.zh, exact: true }).click()
  expect(await verdicts(2, 0)).toEqual([])
  await page.getByText(decidingTexts.noneWaiting.zh).waitFor()
  const [shop] = await storedCustomers(place.world.table, [place.customerId])
  expect(shop?.customer).toMatchObject({
    addresses: [{ text: '环城路 230 号' }],
    licence: { number: '530102100183' },
  })
})

it('prices end together, those that end before stay', async () => {
  const endOn = async (day: string) => {
    await button(priceListTexts.end.zh).click()
    await page.getByRole('dialog').getByLabel(priceTexts.until.zh).fill(day)
    await page.getByRole('dialog').getByRole('button', { name: priceListTexts.end.zh }).click()
  }
  await page.goto('/zh/staff/prices/')
  await choose('云岭（硬红）')
  await endOn('2030-01-01')
  expect(await verdicts(1, 0)).toEqual([])
  await page.getByRole('row', { name: '1月1日 前' }).waitFor()
  await chooseAll()
  await endOn('2031-01-01')
  expect(await verdicts(7, 1)).toEqual([expect.stringContaining(priceListTexts.endsBefore.zh)])
  const untilOf = async (code: string) =>
    (await storedPrice(place.world.table, 'standard', productIdOfCode(code), undefined))?.until
  expect([await untilOf('YL-1'), await untilOf('YL-8')]).toEqual(['2030-01-01', '2031-01-01'])
})

it('an import is taken back, a previewed one stays', async () => {
  const importId = await anImportOf(place)
  await page.goto('/zh/staff/imports/')
  await choose('商品.csv')
  const takeBack = async () => {
    await button(importListTexts.takeBack.zh).click()
    await page.getByRole('dialog').getByRole('button', { name: importListTexts.takeBack.zh }).click()
  }
  await takeBack()
  expect(await verdicts(0, 1)).toEqual([expect.stringContaining('待确认')])
  await confirmImport(place.world, tester, importId)
  await runDue(place.world)
  await page.reload()
  await choose('商品.csv')
  await takeBack()
  expect(await verdicts(1, 0)).toEqual([])
  expect((await storedImport(place.world.table, importId)).state).toBe('undone')
})
