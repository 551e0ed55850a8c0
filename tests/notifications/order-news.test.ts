import { beforeEach, describe, expect, it } from 'vitest'
import { accountKey } from '#accounts'
import { saveCycle } from '#calendar'
import { placeOrder } from '#orders'
import type { Event } from '#platform/events/event-store'
import type { OrderId } from '#shared/ids'
import type { SavePreferences } from '#shared/notifications'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { unreadIds } from '../../functions/notifications/message-store.ts'
import { type AShop, aCustomer, aMember, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { aRefusal, choose, tell, wishes } from './told-events.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let shop: AShop

beforeEach(async () => {
  world = await aWorld()
  // Cover for less than the order that the shop places before its credit is cut.
  shop = await aShop(world, 1, { creditLimit: 3000, balance: 0 })
})

function anEvent(type: string, about: Record<string, string>, change: Record<string, unknown> = {}): Event {
  const base = aRefusal(world, { customerId: shop.customerId, personId: shop.owner })
  return { ...base, type, about: { customerId: shop.customerId, ...about }, change }
}

async function anOrder(): Promise<OrderId> {
  const { customerId, cycleId, products } = shop
  const lines = products.map((productId) => ({ productId, quantity: 3 }))
  const once = { key: 'k', fingerprint: 'k' }
  return (await placeOrder(world, tester, { customerId, cycleId, lines }, once)).order.orderId
}

const texts = () => world.sentSms.map(({ text }) => text)

describe('what becomes of an order', () => {
  it('the owner hears of it by number and money', async () => {
    const orderId = await anOrder()
    await cutCredit(1750)
    await tell(world, anEvent('order.confirmed', { orderId }))
    await tell(world, anEvent('order.lapsed', { orderId }))
    const fundsUntil = '2026-11-26T10:00:00.000Z'
    await tell(world, anEvent('order.awaiting_funds', { orderId }, { fundsUntil }))
    expect(texts()).toEqual([
      expect.stringMatching(/^“店183”的订单 \S+ 已确认，合计 ¥30\.00。$/),
      expect.stringMatching(/^“店183”的订单 \S+（¥30\.00）因余额不足已作废，货源已退回。$/),
      expect.stringMatching(/^“店183”的订单 \S+ 还差 ¥12\.50，请在 11月26日 18:00 前存入，否则订单作废。$/),
    ])
  })

  it('an event of no order tells nobody', async () => {
    await tell(world, anEvent('order.confirmed', { orderId: 'ord_0123456789ABCDEF-9' }))
    await tell(world, anEvent('order.lapsed', {}))
    expect(texts()).toEqual([])
  })
})

describe('before the window closes', () => {
  it('owner and buyer are reminded, who only looks is not', async () => {
    await aMember(world, shop.customerId, 'buyer')
    await aMember(world, shop.customerId, 'read-only')
    await tell(world, anEvent('order.draft_reminder', { cycleId: shop.cycleId }))
    expect(texts()).toEqual(Array(2).fill('“店183”的草稿还没有提交。11月25日 14:00 以后就不能订了。'))
  })

  it('a draft placed by itself says so, and when not', async () => {
    await tell(world, anEvent('order.standing_reminder', { cycleId: shop.cycleId }))
    await tell(world, anEvent('order.standing_refused', { cycleId: shop.cycleId }))
    expect(texts()).toMatchObject([expect.stringContaining('自动提交'), expect.stringContaining('没有订单')])
  })

  it('a reminder that quiet hours outlast stays in the inbox', async () => {
    const quiet = { from: '11:00', to: '15:00', except: [] } satisfies SavePreferences['quiet']
    const way = { sms: true, mail: false }
    await choose(world, shop.owner, wishes({ 'order-reminders': way }, { quiet }))
    await tell(world, anEvent('order.draft_reminder', { cycleId: shop.cycleId }))
    world.pass(4 * 3600)
    await runDue(world)
    expect(texts()).toEqual([])
    const whose = { personId: shop.owner, customerId: shop.customerId }
    expect(await unreadIds(world.table, whose, 9)).toHaveLength(1)
  })

  it('a reminder that comes too late is not sent', async () => {
    const { sendSms } = world
    world.sendSms = () => Promise.reject(new Error('The SMS gateway answered 503'))
    await tell(world, anEvent('order.draft_reminder', { cycleId: shop.cycleId }))
    world.sendSms = sendSms
    world.pass(3 * 3600)
    await runDue(world)
    expect(texts()).toEqual([])
  })

  it('a reminder of no known window tells nobody', async () => {
    await tell(world, anEvent('order.draft_reminder', { cycleId: 'cyc_daily-2031-01-01' }))
    expect(texts()).toEqual([])
  })
})

describe('a shop on hold', () => {
  it('owner and buyer hear why, and when it ends', async () => {
    await aMember(world, shop.customerId, 'buyer')
    await aMember(world, shop.customerId, 'read-only')
    const held = anEvent('customer.held', {}, { holdReason: { from: null, to: '货款逾期' } })
    await tell(world, held)
    await tell(world, held)
    await tell(world, anEvent('customer.released', {}, { holdReason: { from: '货款逾期', to: null } }))
    expect(texts()).toEqual([
      ...Array(2).fill(expect.stringMatching(/^“店183”暂停订货：货款逾期。有疑问请打 [-\d]+。/)),
      ...Array(2).fill('“店183”恢复订货，订货窗口开放时就可以下单。'),
    ])
  })

  it('a shop that comes in on hold tells nobody', async () => {
    const version = { from: 0, to: 1 }
    await tell(world, anEvent('customer.saved', {}, { version, holdReason: { from: null, to: '证照过期' } }))
    expect(texts()).toEqual([])
  })

  it('a record saved without a word of it tells nobody', async () => {
    await tell(world, anEvent('customer.saved', {}, { phone: { from: null, to: '0871' } }))
    expect(texts()).toEqual([])
  })
})

describe('an approval', () => {
  it('is asked of the owner, answered to the buyer', async () => {
    const buyer = await aMember(world, shop.customerId, 'buyer')
    await tell(world, anEvent('approval.asked', { askedBy: buyer }, { total: 9900 }))
    await tell(world, anEvent('approval.approved', { askedBy: buyer }, { total: 9900 }))
    await tell(world, anEvent('approval.refused', { askedBy: buyer }, { total: 9900, reason: '太多' }))
    const [asked, ...answers] = world.sentSms.map(({ to }) => to)
    expect([answers[0] === answers[1], asked === answers[0]]).toEqual([true, false])
    expect(texts()[2]).toBe('“店183”的店主没有同意 ¥99.00 的订单：太多')
  })
})

describe('a window that moves', () => {
  const closesAt = '2026-11-25T09:00:00.000Z'
  const announced = async (event: Event) => {
    await tell(world, event)
    await tell(world, event)
    while ((await runDue(world)) + (await deliverDue(world)) > 0) world.pass(1)
    return texts().sort()
  }

  it('the shops of its batch hear of it once', async () => {
    await aMember(world, await aCustomer(world, '184'))
    await aMember(world, await aCustomer(world, '185', { batch: 'weekly-4' }))
    const opensAt = '2026-11-25T03:00:00.000Z'
    await saveCycle(world, { batch: 'daily', date: '2026-11-25', opensAt, closesAt })
    const change = { closesAt: { from: '2026-11-25T08:00:00.000Z', to: closesAt }, reason: '国庆放假顺延。' }
    const moved = anEvent('cycle.changed', { cycleId: shop.cycleId }, change)
    expect(await announced(moved)).toEqual([
      '“店183”11月25日的订货（原 11月25日 16:00 截止）改为 11月25日 11:00 至 11月25日 17:00。国庆放假顺延。',
      '“店184”11月25日的订货（原 11月25日 16:00 截止）改为 11月25日 11:00 至 11月25日 17:00。国庆放假顺延。',
    ])
  })

  it('a moved day is named with the one before', async () => {
    const opensAt = '2026-11-25T03:00:00.000Z'
    const day = { batch: 'daily', date: '2026-11-25', orderDay: '2026-11-26' } as const
    await saveCycle(world, { ...day, opensAt, closesAt })
    const orderDay = { from: '2026-11-25', to: '2026-11-26' }
    const moved = anEvent('cycle.changed', { cycleId: shop.cycleId }, { orderDay, reason: '停电。' })
    expect(await announced(moved)).toEqual([
      '“店183”11月25日（移到11月26日）的订货（原 11月25日 17:00 截止）改为 11月25日 11:00 至 11月25日 17:00。停电。',
    ])
  })

  it('one that is put off is named by its close', async () => {
    const about = { cycleId: 'cyc_daily-2026-11-30', batch: 'daily' }
    const change = { closesAt: { from: closesAt, to: null }, reason: '放假。' }
    expect(await announced(anEvent('cycle.rolled', about, change))).toEqual([
      '“店183”原定 11月25日 17:00 截止的订货取消，请在下一个订货窗口下单。放假。',
    ])
  })
})

async function cutCredit(creditLimit: number): Promise<void> {
  await world.table.commit([{ update: accountKey(shop.customerId), change: { set: { creditLimit } } }])
}
