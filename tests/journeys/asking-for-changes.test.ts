import { Jimp } from 'jimp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { planEdit, storedCustomer } from '#accounts'
import { askingTexts } from '#shared/texts/asking'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { decidingTexts } from '#shared/texts/deciding'
import { requestTexts as texts } from '#shared/texts/requests'
import { type Dealer, dealerAt } from './dealer-steps.ts'
import {
  DESK_MAIL,
  expectAccessible,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
  withCookiesOf,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let phone: Page
let owner: Dealer
let desk: Page

beforeAll(async () => {
  place = await openPlace()
  phone = await openWindow(place)
  owner = dealerAt(phone, 'zh')
  desk = await openWindow(place, { width: 1280 })
  await signInByMail(phone, OWNER_MAIL)
  await signInByMail(desk, DESK_MAIL, '/zh/staff/requests/')
})
afterAll(() => place?.end())

const storedNow = () => storedCustomer(place.world.table, place.customerId, { isStrong: true })
const firstIn = (page: Page) => page.getByRole('listitem').filter({ hasText: texts.licence.zh }).first()

async function fillLicence(number: string): Promise<void> {
  await owner.visit('me/change/')
  const summary = phone.getByText(texts.licence.zh, { exact: true })
  await summary.waitFor()
  if (!(await phone.getByLabel(fields.licenceNumber.zh).isVisible())) await summary.click()
  await phone.getByLabel(fields.licenceNumber.zh).fill(number)
  await phone.getByLabel(fields.expiresOn.zh).fill('2031-11-22')
}

async function askLicence(number: string): Promise<void> {
  await fillLicence(number)
  const buffer = await new Jimp({ width: 600, height: 400, color: 0x8fb3a4ff }).getBuffer('image/jpeg')
  const form = phone.locator('form').filter({ hasText: askingTexts.picture.zh })
  await form
    .getByLabel(askingTexts.picture.zh)
    .setInputFiles({ name: 'licence.jpg', mimeType: 'image/jpeg', buffer })
  await form.getByRole('button', { name: askingTexts.send.zh }).click()
  await phone.waitForURL('**/zh/me/')
  await firstIn(phone).getByText(texts.asked.zh).waitFor()
}

it('half a request outlives a reload of the page', async () => {
  await fillLicence('530102909999')
  await phone.reload()
  await phone.getByText(askingTexts.pictureLost.zh).waitFor()
  expect(await phone.getByLabel(fields.licenceNumber.zh).inputValue()).toBe('530102909999')
  await expectAccessible(phone, 'asking for a change')
  await takePicture(phone, 'journey-ask-zh-360')
})

it('a file that is no picture is refused at once', async () => {
  await phone
    .getByLabel(askingTexts.picture.zh)
    .setInputFiles({ name: 'licence.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
  await phone.getByText(askingTexts.pictureUnfit.zh).waitFor()
})

it('an approved licence with a picture becomes the record', async () => {
  await askLicence('530102900001')
  await desk.reload()
  const request = firstIn(desk)
  await request.getByText('530102900001').waitFor()
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    request.getByRole('link', { name: texts.seePicture.zh }).click(),
  ])
  expect(await (await download.createReadStream()).toArray()).not.toEqual([])
  await expectAccessible(desk, 'requests')
  await takePicture(desk, 'journey-requests-zh-1280')
  await request.getByRole('button', { name: decidingTexts.approve.zh, exact: true }).click()
  await request.getByText(texts.approved.zh).waitFor()
  await phone.reload()
  await firstIn(phone).getByText(texts.approved.zh).waitFor()
  await phone.getByText('530102900001').first().waitFor()
  const licence = { number: '530102900001', expiresOn: '2031-11-22' }
  expect((await storedNow())?.customer.licence).toEqual(licence)
})

it('a refusal reaches the owner with its reason', async () => {
  await askLicence('530102900002')
  const late = await withCookiesOf(desk, place, { width: 1280 })
  await Promise.all([desk.reload(), late.goto('/zh/staff/requests/')])
  await firstIn(late).getByRole('button', { name: decidingTexts.approve.zh, exact: true }).waitFor()
  await firstIn(desk).getByText(decidingTexts.refuse.zh, { exact: true }).first().click()
  await firstIn(desk).getByLabel('原因').fill('图片看不清')
  await firstIn(desk).getByRole('button', { name: decidingTexts.refuse.zh }).click()
  await firstIn(desk).getByText(texts.refused.zh).first().waitFor()
  await firstIn(late).getByRole('button', { name: decidingTexts.approve.zh, exact: true }).click()
  await firstIn(late).getByText(decidingTexts.decidedMeanwhile.zh).waitFor()
  await firstIn(late).getByText('图片看不清').waitFor()
  await phone.reload()
  await firstIn(phone).getByText('图片看不清').waitFor()
  await takePicture(phone, 'journey-refused-zh-360')
  expect((await storedNow())?.customer.licence.number).toBe('530102900001')
})

it('a shop changed meanwhile is looked at again', async () => {
  await askLicence('530102900003')
  await desk.reload()
  const approve = firstIn(desk).getByRole('button', { name: decidingTexts.approve.zh, exact: true })
  await approve.waitFor()
  const state = await storedNow()
  if (!state) throw new Error('No customer')
  const licence = { number: '530102900009' }
  await planEdit(place.world, state, { type: 'customer.saved', customer: { licence } }).commit(tester)
  await approve.click()
  await firstIn(desk).getByText(decidingTexts.changedMeanwhile.zh).waitFor()
  await firstIn(desk).getByText('530102900009').waitFor()
  await approve.click()
  await firstIn(desk).getByText(texts.approved.zh).waitFor()
  expect((await storedNow())?.customer.licence.number).toBe('530102900003')
})

it('an owner withdraws what is still waiting', async () => {
  await askLicence('530102900004')
  await firstIn(phone)
    .getByRole('button', { name: `${texts.withdraw.zh} ${texts.licence.zh}` })
    .click()
  await firstIn(phone).getByText(texts.withdrawn.zh).waitFor()
})
