import { beforeEach, describe, expect, it } from 'vitest'
import { obligationsOfOrders } from '#drafts'
import { placeOrder } from '#orders'
import type { Actor, Member } from '#platform/actor'
import type { CustomerId, PersonId } from '#shared/ids'
import type { SaveBuyerSettings } from '#shared/spending'
import { addSeconds } from '#shared/time'
import { showClosing } from '../../functions/closings/show-closing.ts'
import { getBasket, saveBasket } from '../../functions/drafts/save-basket.ts'
import { saveStandingDraft } from '../../functions/drafts/save-standing-draft.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { saveBuyerSettings } from '../../functions/orders/save-buyer-settings.ts'
import { type AClosing, aClosing, aPayer, close, eventsOf, tester } from '../closings/a-closing.ts'
import { aCompany, aMember, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let at: AClosing
let shop: CustomerId
let buyer: Member
let owner: Member
let desk: Actor

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  shop = await aPayer(world, '1', 500_000)
  buyer = await member('buyer')
  owner = await member('owner')
  const grants = [{ role: 'order-desk', unitPath: 'hq' }] as const
  desk = { kind: 'staff', personId: await someStaff(world, [...grants]), grants, sessionKey: 'desk' }
  await saveStandingDraft(world, tester, { customerId: shop, isOn: true, leavesOut: true, baseVersion: 0 })
})

async function member(role: 'owner' | 'buyer'): Promise<Member> {
  return {
    kind: 'member',
    personId: await aMember(world, shop, role),
    customerId: shop,
    role,
    sessionKey: role,
  }
}

async function keep(actor: Actor, quantity: number, baseVersion = 0): Promise<void> {
  const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity }]
  await saveBasket(world, actor, { customerId: shop, baseVersion, lines })
}

async function settle(settings: Partial<SaveBuyerSettings>): Promise<void> {
  const settled: SaveBuyerSettings = { approval: 'above-limit', limits: [], ...settings }
  await saveBuyerSettings(world, owner, { customerId: shop, baseVersion: 0, ...settled })
}

const limitOf = (personId: PersonId, amount: number) => [{ personId, amount, period: 'day' as const }]

async function totals(): Promise<number[]> {
  return (await listOrders(world, 'tests', { customerId: shop, limit: 20 })).items.map(({ total }) => total)
}

async function told() {
  const asked = { cycleId: at.cycleId, asker: 'tests', limit: 20, language: 'en' as const }
  return (await showClosing(world, asked)).items
}

async function remindersBeforeCutOff(): Promise<string[]> {
  world.setNow(addSeconds(at.closesAt, -1700))
  for (let run = 1; run <= 3; run++) await runDue(world)
  return (await eventsOf(world, shop)).filter((type) => type.endsWith('_reminder'))
}

describe('a buyer’s draft at the cut-off', () => {
  it('where the owner approves each order it is refused', async () => {
    await settle({ approval: 'always' })
    await keep(buyer, 50)
    expect(await remindersBeforeCutOff()).toEqual(['order.draft_reminder'])
    await close(world, at)
    expect(await totals()).toEqual([])
    expect(await told()).toMatchObject([
      { outcome: 'standing-refused', problems: [{ code: 'orders.approval_needed' }] },
    ])
  })

  it('above the buyer’s limit it is refused with the numbers', async () => {
    await aCompany(world, { oneOrderACycle: false })
    await settle({ limits: limitOf(buyer.personId, 5000) })
    const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity: 3 }]
    const once = { key: 'earlier', fingerprint: 'earlier' }
    await placeOrder(world, buyer, { customerId: shop, cycleId: at.cycleId, lines }, once)
    await keep(buyer, 3)
    await close(world, at)
    expect(await totals()).toEqual([3000])
    expect(await told()).toMatchObject([
      { problems: [{ code: 'orders.over_spending', facts: { spendable: 5000, spent: 3000, total: 3000 } }] },
    ])
  })

  it('within the limit it is placed and counts', async () => {
    await settle({ limits: limitOf(buyer.personId, 5000) })
    await keep(buyer, 3)
    expect(await remindersBeforeCutOff()).toEqual(['order.standing_reminder'])
    await close(world, at)
    expect(await totals()).toEqual([3000])
  })

  it('what the owner kept last is the owner’s', async () => {
    await settle({ approval: 'always' })
    await keep(buyer, 50)
    await keep(owner, 40, 1)
    await close(world, at)
    expect(await totals()).toEqual([40_000])
  })
})

describe('what staff typed in a shop’s draft', () => {
  it('the draft is placed as the shop left it', async () => {
    await keep(owner, 3)
    for (const [quantity, version] of [
      [8, 1],
      [9, 2],
    ] as const)
      await keep(desk, quantity, version)
    await close(world, at)
    expect(await totals()).toEqual([3000])
  })

  it('a draft of staff alone is not placed', async () => {
    await keep(desk, 9)
    expect(await remindersBeforeCutOff()).toEqual([])
    await close(world, at)
    expect([await totals(), await told()]).toEqual([[], []])
  })

  it('a buyer’s draft stays the buyer’s under it', async () => {
    await settle({ approval: 'always' })
    await keep(buyer, 3)
    await keep(desk, 9, 1)
    await close(world, at)
    expect(await totals()).toEqual([])
  })

  it('the shop that keeps it makes it its own', async () => {
    await keep(desk, 9)
    await keep(owner, 8, 1)
    await close(world, at)
    expect(await totals()).toEqual([8000])
  })

  it('who looks at a draft is not told who typed', async () => {
    await keep(buyer, 3)
    await keep(desk, 9, 1)
    expect(await getBasket(world, shop)).toEqual({
      ...{ customerId: shop, version: 2, changedAt: world.clock.now(), isSpent: false, draftsSpent: 0 },
      lines: [{ productId: at.products[0], quantity: 9 }],
    })
  })
})

it('a change that nobody sent is no order', async () => {
  await aCompany(world, { oneOrderACycle: false })
  const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity: 2 }]
  const input = { customerId: shop, cycleId: at.cycleId, lines }
  const { order } = await placeOrder(world, owner, input, { key: 'own', fingerprint: 'own' })
  const changed = { customerId: shop, baseVersion: 0, changes: order.orderId }
  await saveBasket(world, owner, { ...changed, lines: lines.map((line) => ({ ...line, quantity: 3 })) })
  const [due] = await obligationsOfOrders(world, { customerId: shop, role: 'owner' })
  expect(due).toMatchObject({ kind: 'order', facts: { lines: 0 } })
  await close(world, at)
  expect(await totals()).toEqual([2000])
})
