import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storedCustomer } from '#accounts'
import { inviteMember, membersOfCustomer } from '#identity'
import { problemSentence } from '#shared/problems'
import { addressTexts } from '#shared/texts/addresses'
import { customerFieldTexts as fields } from '#shared/texts/customer-fields'
import { customerTexts } from '#shared/texts/customers'
import { decidingTexts } from '#shared/texts/deciding'
import { formTexts } from '#shared/texts/forms'
import { recordTexts } from '#shared/texts/records'
import { typedWrongTexts } from '#shared/texts/typed-wrong'
import { addDays, addSeconds, businessDateOf, type Instant, instantOf } from '#shared/time'
import { say } from '../../web/src/say.ts'
import { aStandingClock } from '../support/portal.ts'
import { type Dealer as Reader, dealerAt as readerAt } from './dealer-steps.ts'
import {
  aRequestOf,
  DESK_MAIL,
  expectAccessible,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
  withCookiesOf,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
const threeDaysAgo: Instant = addSeconds(instantOf(Date.now()), -3 * 86_400)
const clock = aStandingClock(threeDaysAgo)
let place: Place
let mine: Page
let theirs: Page
let reader: Reader

/** The shop is put in three days ago; everything else happens today. */
beforeAll(async () => {
  place = await openPlace({ clock })
  clock.stand(undefined)
  mine = await openWindow(place, { width: 1280 })
  reader = readerAt(mine, 'zh')
})
afterAll(() => place?.end())

const routeIn = (page: Page) => page.getByLabel(fields.route.zh)
const saveIn = (page: Page) =>
  page.getByRole('button', { name: formTexts.save.zh, exact: true }).first().click()
const stored = async () =>
  (await storedCustomer(place.world.table, place.customerId, { isStrong: true }))?.customer

it('staff find a shop by three letters of pinyin', async () => {
  await signInByMail(mine, DESK_MAIL, '/zh/staff/customers/')
  await mine.getByRole('link', { name: '兴旺便利店', exact: true }).waitFor()
  await mine.keyboard.press('/')
  await mine.keyboard.type('xwb')
  await mine.waitForURL('**/staff/customers/?text=xwb')
  await mine.getByRole('link', { name: '兴旺便利店', exact: true }).click()
  await mine.waitForURL(`**/staff/customers/${place.customerId}/`)
  await routeIn(mine).waitFor()
  const back = mine.getByRole('link', { name: customerTexts.back.zh })
  expect(await back.getAttribute('href')).toBe('/zh/staff/customers/?text=xwb')
})

it('what two windows change of one shop is merged', async () => {
  theirs = await withCookiesOf(mine, place, { width: 1280 })
  await theirs.goto(`/zh/staff/customers/${place.customerId}/`)
  await theirs.getByLabel(fields.phone.zh).fill('0871-6500000')
  await routeIn(mine).fill('R1')
  await saveIn(theirs)
  await theirs.getByText(formTexts.saved.zh).waitFor()
  await saveIn(mine)
  await mine.getByText(formTexts.merged.zh).waitFor()
  await saveIn(mine)
  await mine.getByText(formTexts.saved.zh).waitFor()
  expect(await stored()).toMatchObject({ phone: '0871-6500000', route: 'R1' })
})

it('two routes for one shop are asked about', async () => {
  await theirs.reload()
  await routeIn(theirs).fill('R2')
  await routeIn(mine).fill('R3')
  await saveIn(theirs)
  await theirs.getByText(formTexts.saved.zh).waitFor()
  await saveIn(mine)
  await mine.getByText(formTexts.clash.zh).waitFor()
  await expectAccessible(mine, 'clash')
  await takePicture(mine, 'journey-clash-zh-1280')
  expect((await stored())?.route).toBe('R2')
  await mine.getByRole('button', { name: `${formTexts.mine.zh}：R3` }).click()
  await saveIn(mine)
  await expect.poll(async () => (await stored())?.route).toBe('R3')
})

it('the history tells who changed what from what', async () => {
  const page = mine
  await page.reload()
  const history = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: recordTexts.history.zh }) })
  const newest = history.getByRole('listitem').first()
  await newest.getByText('R2 → R3').waitFor()
  await newest.getByText('吕雨宁').waitFor()
  await history.getByText(recordTexts.asOf.zh).click()
  const today = businessDateOf(place.world.clock.now(), 'Asia/Shanghai')
  const past = history.locator('.past')
  await history.getByLabel(recordTexts.day.zh).fill(addDays(today, -2))
  await past.getByText('兴旺便利店').waitFor()
  expect(await past.textContent()).not.toContain('R3')
  await expectAccessible(page, 'as of a day')
  await takePicture(page, 'journey-history-zh-1280')
  await history.getByLabel(recordTexts.day.zh).fill(addDays(today, -9))
  await past.getByText(recordTexts.notYet.zh).waitFor()
})

it('a contact is added, changed and taken away', async () => {
  const page = mine
  await page.getByText(customerTexts.addContact.zh).click()
  const contacts = page.locator('section').filter({ hasText: customerTexts.addContact.zh }).last()
  await contacts.getByLabel('姓名').fill('周秀兰')
  await contacts.getByLabel('手机号').fill('199 0002 0001')
  await contacts.getByRole('button', { name: formTexts.save.zh }).last().click()
  const row = contacts.getByRole('listitem').filter({ hasText: '周秀兰' })
  await row.getByText('199 0002 0001').waitFor()
  await row.getByText(formTexts.edit.zh).click()
  await row.getByLabel('称呼或职务').fill('店长')
  await row.getByRole('button', { name: formTexts.save.zh }).click()
  await row.getByText('店长').waitFor()
  await row.getByText(formTexts.edit.zh).click()
  await row.getByRole('button', { name: '去掉 周秀兰' }).click()
  await contacts.getByText(customerTexts.noContacts.zh).waitFor()
})

it('an approved address stands in the form at once', async () => {
  await aRequestOf(place)
  await mine.reload()
  await mine.getByRole('button', { name: decidingTexts.approve.zh, exact: true }).click()
  const address = mine.getByLabel(`${addressTexts.address.zh} 1`, { exact: true })
  await address.waitFor()
  expect(await address.inputValue()).toBe('环城路 230 号')
})

it('the whole record of a shop is taken along', async () => {
  const page = mine
  await page.getByRole('button', { name: recordTexts.archiveBegin.zh }).click()
  const link = page.getByRole('link', { name: recordTexts.archiveDownload.zh })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const bytes = Buffer.concat(await (await download.createReadStream()).toArray())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
})

it('a person is erased once the name is typed', async () => {
  const member = {
    customerId: place.customerId,
    name: '李思',
    phone: '+8619900002222',
    role: 'buyer',
  } as const
  await inviteMember(place.world, tester, { ...member, isQuiet: true })
  await mine.reload()
  await mine.getByRole('button', { name: `${recordTexts.erase.zh} 李思` }).click()
  const dialog = mine.getByRole('dialog')
  const confirm = dialog.getByRole('button', { name: recordTexts.erase.zh })
  await expectAccessible(mine, 'erasing a person')
  await takePicture(mine, 'journey-erase-zh-1280')
  expect(await confirm.isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('李思')
  await confirm.click()
  await mine.getByText('李思').first().waitFor({ state: 'detached' })
  const left = await membersOfCustomer(place.world.table, place.customerId)
  expect(left.map(({ role }) => role)).toEqual(['owner'])
})

it('the only owner of a shop is not erased', async () => {
  await mine.getByRole('button', { name: `${recordTexts.erase.zh} 何修` }).click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByRole('textbox').fill('何修')
  await dialog.getByRole('button', { name: recordTexts.erase.zh }).click()
  await dialog.getByText(problemSentence('identity.last_owner', {}, 'zh')).waitFor()
  await mine.keyboard.press('Escape')
})

it('what a new shop lacks is said at its fields', async () => {
  await reader.visit('staff/customers/')
  await mine.getByRole('button', { name: customerTexts.add.zh }).click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByRole('button', { name: formTexts.add.zh }).click()
  const summary = dialog.getByRole('alert')
  await summary.getByText(say(typedWrongTexts.summary, 'zh', { count: 3 })).waitFor()
  await expectAccessible(mine, 'a new customer without a name')
  expect(await dialog.locator('[aria-invalid]').count()).toBe(3)
  await mine.keyboard.type('183')
  expect(await dialog.getByLabel(fields.code.zh).inputValue()).toBe('183')
  await summary.getByText(say(typedWrongTexts.summary, 'zh', { count: 2 })).waitFor()
  expect(await dialog.locator('[aria-invalid]').count()).toBe(2)
})

it('a new shop needs five fields and has a page', async () => {
  const page = mine
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(fields.nameZh.zh).fill('新开小店')
  await dialog.getByLabel(fields.unitPath.zh).selectOption('hq/53/5301')
  await expectAccessible(page, 'a new customer')
  await dialog.getByRole('button', { name: formTexts.add.zh }).click()
  await dialog.getByText(customerTexts.codeTaken.zh).waitFor()
  await dialog.getByLabel(fields.code.zh).fill('900/1 新')
  await dialog.getByRole('button', { name: formTexts.add.zh }).click()
  await page.waitForURL('**/staff/customers/cus_*/')
  await page.getByRole('heading', { level: 1, name: '新开小店' }).waitFor()
})
