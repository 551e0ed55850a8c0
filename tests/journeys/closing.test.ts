import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getOrderPlan, partsOfCycleId, saveCycle, saveOrderPlan } from '#calendar'
import type { OrderId } from '#shared/ids'
import { windowTurnTexts } from '#shared/texts/window-turns'
import { addSeconds } from '#shared/time'
import { findOrder } from '../../functions/orders/find-order.ts'
import {
  anOrderOf,
  DESK_MAIL,
  expectAccessible,
  OWNER_MAIL,
  openPlace,
  openWindow,
  type Place,
  signInByMail,
} from './shop.ts'

const SECONDS_LEFT = 9
const tester = { kind: 'system', name: 'tests' } as const
let place: Place
let orderId: OrderId
let shop: Page
let staff: Page

beforeAll(async () => {
  place = await openPlace()
  const { world } = place
  orderId = await anOrderOf(place)
  const { plan, version } = await getOrderPlan(world)
  const quick = { ...plan, batches: [], graceSeconds: 0 }
  await saveOrderPlan(world, tester, { plan: quick, reason: '试', baseVersion: version })
  const parts = partsOfCycleId(place.cycleId)
  if (!parts) throw new Error('No cycle')
  const now = world.clock.now()
  const window = { opensAt: addSeconds(now, -3600), closesAt: addSeconds(now, SECONDS_LEFT) }
  await saveCycle(world, { ...parts, ...window })
  ;[shop, staff] = await Promise.all([openWindow(place), openWindow(place, { width: 1280 })])
})
afterAll(() => place?.end())

it('the page of a shop says that the window closed', async () => {
  await signInByMail(shop, OWNER_MAIL, '/zh/order/')
  await shop.getByText(windowTurnTexts.changeNotIn.zh).waitFor()
  await expectAccessible(shop, 'an order page whose window is over')
})

it('the order is confirmed without anyone doing anything', async () => {
  const stateNow = async () => (await findOrder(place.world, orderId)).head.st
  await expect.poll(stateNow, { timeout: 15_000, interval: 200 }).toBe('confirmed')
  await shop.goto(`/zh/orders/${orderId}/`)
  await shop.getByText('已确认').first().waitFor()
})

it('staff read how the closing went', async () => {
  await signInByMail(staff, DESK_MAIL, '/zh/staff/calendar/')
  await staff.getByRole('button', { name: '关单情况' }).click()
  await staff.getByText('关单完成').waitFor()
  const facts = await staff.getByRole('region', { name: /^关单情况/ }).innerText()
  expect(facts.replaceAll(/\s+/g, ' ')).toContain('已关店铺 1 订单 1 订单行 1 合计 ¥300.00 已确认 1')
  await expectAccessible(staff, 'calendar')
  await staff.reload()
  await staff.getByText('关单完成').waitFor()
})
