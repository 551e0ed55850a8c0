import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { addContact } from '#identity'
import { placeOrder } from '#orders'
import type { ApprovalId, OrderId } from '#shared/ids'
import { companyTexts } from '#shared/texts/company'
import { orderListTexts } from '#shared/texts/order-lists'
import { orderWayTexts } from '#shared/texts/order-ways'
import { recordEventTexts, recordTexts } from '#shared/texts/records'
import { removedTexts } from '#shared/texts/removed'
import { toldOrderTexts } from '#shared/texts/told-orders'
import { toldSettingTexts } from '#shared/texts/told-settings'
import { addDays, businessDateOf } from '#shared/time'
import { raiseObjection } from '../../functions/objections/raise-objection.ts'
import { dealerAt } from './dealer-steps.ts'
import {
  anApprovalOf,
  aRequestOf,
  DESK_MAIL,
  expectAccessible,
  goods,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
  takePicture,
} from './shop.ts'

const tester = { kind: 'system', name: 'tests' } as const
const historyOf = (what: string) => `${recordTexts.history.zh} ${what}`
let place: Place
let owner: Page
let desk: Page
let approvalId: ApprovalId
let orderId: OrderId

beforeAll(async () => {
  place = await openPlace()
  approvalId = await anApprovalOf(place)
  orderId = await anOrderByStaff()
  owner = await openWindow(place)
  desk = await openWindow(place, { width: 1280 })
  await signInByMail(owner, OWNER_MAIL)
  await signInByMail(desk, DESK_MAIL, '/zh/staff/customers/')
})
afterAll(() => place?.end())

async function anOrderByStaff(): Promise<OrderId> {
  const { customerId, cycleId, world } = place
  const staff = { kind: 'staff', personId: 'per_0000000000000000', grants: [], sessionKey: '' } as const
  const lines = [{ productId: productIdOfCode('YL-1'), quantity: 3 }]
  const once = { key: 'by desk', fingerprint: '' }
  return (await placeOrder(world, staff, { customerId, cycleId, lines }, once)).order.orderId
}

const today = () => businessDateOf(place.world.clock.now(), 'Asia/Shanghai')

it('an owner reads an order as of a day', async () => {
  await owner.goto(`/zh/orders/${orderId}/`)
  await owner.getByText(toldOrderTexts.orderAsOf.zh).click()
  await owner.getByLabel(recordTexts.day.zh).fill(today())
  const past = owner.locator('.past')
  await past.getByText(goods.yunling.zh).waitFor()
  expect(await past.innerText()).toContain('3 · ¥300.00')
  await expectAccessible(owner, 'an order as of a day')
  await takePicture(owner, 'looking-back-order-zh-360')
  await owner.getByLabel(recordTexts.day.zh).fill(addDays(today(), -1))
  await past.getByText(recordTexts.notYet.zh).waitFor()
})

it('an approval tells who asked for what', async () => {
  await owner.goto(`/zh/approvals/${approvalId}/`)
  await owner.getByText(recordTexts.history.zh, { exact: true }).click()
  await owner.getByText(recordEventTexts['approval.asked'].zh).waitFor()
  await owner.locator('.story').getByText('小李').waitFor()
  await expectAccessible(owner, 'history of an approval')
  await takePicture(owner, 'looking-back-approval-zh-360')
})

it('a request and one’s own name tell their past', async () => {
  await aRequestOf(place)
  await owner.goto('/zh/me/')
  await owner.getByText(recordTexts.history.zh, { exact: true }).first().click()
  await owner.getByText(recordEventTexts['request.asked'].zh).waitFor()
  await expectAccessible(owner, 'history of a request')
  await takePicture(owner, 'looking-back-request-zh-360')
  await owner.goto('/zh/me/messages/')
  await owner.getByText(toldSettingTexts.reach.zh).click()
  await owner.getByText(recordTexts.none.zh).waitFor()
  await expectAccessible(owner, 'history of a person')
})

it('a deleted list is found again with its history', async () => {
  const dealer = dealerAt(owner, 'zh')
  await owner.goto('/zh/order/')
  await dealer.quantityOf(goods.songfeng).fill('4')
  await dealer.fillBy(orderWayTexts.lists)
  await owner.getByRole('dialog').getByRole('textbox').fill('夏天')
  await dealer.named('button', orderListTexts.keep).click()
  await owner.getByText(orderListTexts.more.zh).click()
  await dealer.named('button', orderListTexts.remove).click()
  await owner.getByRole('button', { name: orderListTexts.removeNow.zh.replace('{name}', '夏天') }).click()
  await owner.getByText(removedTexts.lists.zh).click()
  await owner.getByLabel(historyOf('夏天')).click()
  await owner.locator('.story').getByText(recordEventTexts['order-list.removed'].zh).waitFor()
  await expectAccessible(owner, 'deleted lists')
  await takePicture(owner, 'looking-back-lists-zh-360')
})

it('staff see who objected, and former contacts', async () => {
  const { customerId, world } = place
  await raiseObjection(world, tester, { orderId, reason: '没订过' }, { key: 'no', fingerprint: '' })
  await desk.goto(`/zh/orders/${orderId}/`)
  await desk.getByLabel(historyOf(toldOrderTexts.objection.zh)).click()
  await desk.locator('.story').first().getByText('没订过').waitFor()
  await expectAccessible(desk, 'history of an objection')
  await takePicture(desk, 'looking-back-objection-zh-1280')
  await addContact(world, tester, { customerId, name: '王芳', title: '店长', receivesDeliveries: true }, 'x')
  await desk.goto(`/zh/staff/customers/${customerId}/`)
  const row = desk.getByRole('listitem').filter({ hasText: '店长' })
  await row.getByText('修改', { exact: true }).click()
  await row.getByRole('textbox', { name: '姓名', exact: true }).fill('王芳芳')
  await row.getByRole('button', { name: '保存', exact: true }).click()
  await row.filter({ hasText: '王芳芳' }).waitFor()
  await row.getByText('修改', { exact: true }).click()
  await row.getByRole('button', { name: '去掉 王芳芳' }).click()
  await desk.getByText(removedTexts.contacts.zh).click()
  await desk.getByLabel(historyOf('王芳芳')).click()
  await desk.getByText(recordEventTexts['person.changed'].zh).waitFor()
  await expectAccessible(desk, 'former contacts')
  await takePicture(desk, 'looking-back-contacts-zh-1280')
})

it('the company tells its settings and its units', async () => {
  await desk.goto('/zh/staff/company/')
  await desk.getByText(companyTexts.history.zh).click()
  await desk.locator('.story').getByText('hq/53/5301').first().waitFor({ state: 'attached' })
  await expectAccessible(desk, 'history of the company')
  await takePicture(desk, 'looking-back-company-zh-1280')
})
