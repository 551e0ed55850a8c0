import { beforeEach, describe, expect, it } from 'vitest'
import { lapseApprovals } from '#approvals'
import { LeftUndone } from '#platform/by-itself'
import { eventsOf } from '#platform/events/event-store'
import { type ApprovalId, isId, type PersonId, type ProductId } from '#shared/ids'
import { approvalKey } from '../../functions/approvals/approval-store.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aMember, aSession, aShop, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let buyer: PersonId
let cookie: string
let product: ProductId

beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world, 1, { creditLimit: 50_000 })
  call = apiOf(world)
  buyer = await aMember(world, shop.customerId, 'buyer')
  cookie = await aSession(world, buyer, shop.customerId)
  const [first] = shop.products
  if (!first) throw new Error('No product')
  product = first
  const body = { approval: 'always', limits: [] }
  const path = `/customers/${shop.customerId}/buyer-settings`
  await call(path, { method: 'PUT', cookie: shop.cookie, body, headers: { 'if-match': '"0"' } })
})

const approvalsPath = () => `/customers/${shop.customerId}/approvals`

function ask(quantity: number, more: object = {}, key = `ask ${quantity}`): Promise<Answer> {
  const lines = [{ productId: product, quantity }]
  const body = { cycleId: shop.cycleId, lines, message: '周末要用', ...more }
  return call(approvalsPath(), { method: 'POST', cookie, body, headers: { 'idempotency-key': key } })
}

function step(asked: Answer, what: string, body: object = {}, by = shop.cookie): Promise<Answer> {
  return call(`${approvalsPath()}/${asked.body.approvalId}/${what}`, { method: 'POST', cookie: by, body })
}

async function stateOf(asked: Answer): Promise<unknown> {
  return (await call(`${approvalsPath()}/${asked.body.approvalId}`, { cookie })).body.state
}

function approvalIdOf(asked: Answer): ApprovalId {
  const { approvalId } = asked.body
  if (!isId('approval', approvalId)) throw new Error('No approval')
  return approvalId
}

async function orders(): Promise<unknown[]> {
  const { body } = await call(`/customers/${shop.customerId}/orders`, { cookie })
  return Array.isArray(body.items) ? body.items : []
}

async function dueFor(by: string): Promise<unknown> {
  return (await call(`/customers/${shop.customerId}/obligations`, { cookie: by })).body.items
}

describe('an order that waits for its owner', () => {
  it('an approved order is the owner’s, prepared by the buyer', async () => {
    const asked = await ask(3)
    expect(asked.status, asked.text).toBe(201)
    expect(asked.body).toMatchObject({ state: 'asked', total: 3000, lineCount: 1, message: '周末要用' })
    expect(await dueFor(shop.cookie)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'approval', to: `approvals/${asked.body.approvalId}/` }),
      ]),
    )
    const approved = await step(asked, 'approval', { seenTotal: 3000 })
    expect(approved.status, approved.text).toBe(200)
    expect(approved.body).toMatchObject({ total: 3000 })
    const { body } = await call(`/orders/${approved.body.orderId}`, { cookie })
    expect(body).toMatchObject({ state: 'placed', total: 3000, preparedBy: expect.stringMatching(/^员/) })
    const history = await call(`/orders/${approved.body.orderId}/history`, { cookie })
    expect(history.body.items).toMatchObject([{ type: 'order.placed', by: { kind: 'member' } }])
    expect(await stateOf(asked)).toBe('approved')
  })

  it('two phones that tap at once place once', async () => {
    const asked = await ask(3)
    const other = await aSession(world, await aMember(world, shop.customerId), shop.customerId)
    const server = apiOf(await aWorld({ tableName: world.config.tableName }))
    const path = `${approvalsPath()}/${asked.body.approvalId}/approval`
    const taps = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        (at % 2 ? call : server)(path, { method: 'POST', cookie: at % 3 ? shop.cookie : other, body: {} }),
      ),
    )
    expect(taps.map(({ status }) => status)).toEqual(taps.map(() => 200))
    expect(new Set(taps.map(({ body }) => body.orderId)).size).toBe(1)
    expect(await orders()).toHaveLength(1)
    expect((await step(asked, 'approval')).body).toEqual(taps[0]?.body)
  })

  it.each(['before', 'after'] as const)('who dies %s the commit leaves it whole or nothing', async (when) => {
    const asked = await ask(3)
    const { table } = world
    const commit: FakeWorld['table']['commit'] = async (...all) => {
      if (when === 'after') await table.commit(...all)
      throw new Error('killed')
    }
    const dying = apiOf({ ...world, table: { ...table, commit, metered: () => ({ ...table, commit }) } })
    const path = `${approvalsPath()}/${asked.body.approvalId}/approval`
    expect((await dying(path, { method: 'POST', cookie: shop.cookie, body: {} })).status).toBe(500)
    const isDone = when === 'after'
    expect(await stateOf(asked)).toBe(isDone ? 'approved' : 'asked')
    expect(await orders()).toHaveLength(isDone ? 1 : 0)
    expect((await step(asked, 'approval')).status).toBe(200)
    expect(await orders()).toHaveLength(1)
  })

  it('a refused placing leaves it open and names everything', async () => {
    const asked = await ask(40)
    await someProducts(world, [{ code: 'P-1', price: 2000 }])
    const page = await call(`${approvalsPath()}/${asked.body.approvalId}`, { cookie: shop.cookie })
    expect(page.body).toMatchObject({ total: 40_000, judged: { total: 80_000 } })
    expect(page.body.judged).toMatchObject({ refusals: [{ code: 'orders.over_available' }] })
    const refused = await step(asked, 'approval')
    expect(refused.body).toMatchObject({ status: 422, code: 'orders.lines_refused' })
    expect(refused.body.errors).toMatchObject([
      { code: 'orders.over_available', facts: { total: 80_000, available: 50_000 } },
      { code: 'orders.price_changed', facts: { seen: 40_000, total: 80_000 } },
    ])
    expect(await stateOf(asked)).toBe('asked')
    expect(await orders()).toEqual([])
  })

  it('a newer one takes the place of the open one', async () => {
    const first = await ask(3)
    expect((await ask(3)).body.approvalId).toBe(first.body.approvalId)
    const second = await ask(4)
    const { body } = await call(`${approvalsPath()}?cycleId=${shop.cycleId}`, { cookie })
    expect(body.items).toHaveLength(2)
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'withdrawn', replacedBy: second.body.approvalId }),
        expect.objectContaining({ state: 'asked', total: 4000 }),
      ]),
    )
    expect((await step(first, 'approval')).body).toMatchObject({ code: 'approvals.ended' })
  })

  it('many that ask at once leave one open', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((quantity) => ask(quantity)))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    const { body } = await call(`${approvalsPath()}?cycleId=${shop.cycleId}`, { cookie })
    const states = Array.isArray(body.items) ? body.items.map(({ state }) => state).sort() : []
    expect(states).toEqual(['asked', ...Array.from({ length: 5 }, () => 'withdrawn')])
  })

  it('a refusal tells the buyer its reason', async () => {
    const asked = await ask(3)
    await deliverDue(world)
    expect(world.sentSms.map(({ text }) => text).join()).toContain('¥30.00')
    expect((await step(asked, 'refusal', { reason: '太多了' })).body).toMatchObject({ state: 'refused' })
    await deliverDue(world)
    expect(world.sentSms.at(-1)?.text).toContain('太多了')
    expect(await dueFor(cookie)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'approval-refused' })]),
    )
    const other = await aSession(world, await aMember(world, shop.customerId, 'buyer'), shop.customerId)
    expect(await dueFor(other)).toMatchObject([{ kind: 'order' }])
    expect((await step(asked, 'approval')).body).toMatchObject({ code: 'approvals.ended' })
  })

  it('a buyer may take it back, and not decide', async () => {
    const asked = await ask(3)
    expect((await step(asked, 'approval', {}, cookie)).status).toBe(403)
    expect((await step(asked, 'withdrawal', {}, cookie)).body).toMatchObject({ state: 'withdrawn' })
    expect((await step(asked, 'approval')).status).toBe(409)
    expect(await orders()).toEqual([])
  })

  it('what nobody decided lapses with the window', async () => {
    const asked = await ask(3)
    await runDue(world)
    expect(await stateOf(asked)).toBe('asked')
    world.pass(3 * 3600)
    expect((await step(asked, 'approval')).body).toMatchObject({
      errors: [{ code: 'orders.after_cut_off' }],
    })
    await runDue(world)
    expect(await stateOf(asked)).toBe('lapsed')
    await runDue(world)
    const { customerId } = shop
    const events = await eventsOf(world.table, approvalKey({ customerId, approvalId: approvalIdOf(asked) }))
    expect(events.filter(({ type }) => type === 'approval.lapsed')).toHaveLength(1)
  })

  it('an unreadable approval keeps none open', async () => {
    const asked = await ask(3)
    const approvalId = approvalIdOf(asked)
    const whole = await world.table.get(approvalKey({ customerId: shop.customerId, approvalId }))
    // At the same place in the index, so that it comes first.
    const key = approvalKey({ customerId: shop.customerId, approvalId: `${approvalId}-0` })
    await world.table.commit([{ put: { ...whole, ...key, gsi2sk: '2026', wish: 'spoilt' } }])
    world.pass(3 * 3600)
    await expect(lapseApprovals(world)).rejects.toThrow(LeftUndone)
    expect(await stateOf(asked)).toBe('lapsed')
    expect(world.logged.filter(({ alarm }) => alarm)).toMatchObject([{ message: 'left undone', ...key }])
  })

  it('a change of a placed order is approved as well', async () => {
    const placed = await step(await ask(3), 'approval')
    const { orderId } = placed.body
    const asked = await ask(5, { change: { orderId, version: 1 } })
    expect(asked.status, asked.text).toBe(201)
    expect((await step(asked, 'approval')).body).toMatchObject({ orderId, total: 5000 })
    expect((await step(asked, 'approval')).body).toMatchObject({ orderId, total: 5000 })
    expect(await orders()).toMatchObject([{ version: 2, total: 5000 }])
  })
})

describe('an approval whose cycle has an order', () => {
  it('names the order and is no longer one tap away', async () => {
    const asked = await ask(3)
    expect(await dueFor(shop.cookie)).toContainEqual(
      expect.objectContaining({ kind: 'approval', facts: expect.objectContaining({ isStopped: false }) }),
    )
    const body = {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: [{ productId: product, quantity: 2 }],
    }
    const headers = { 'idempotency-key': 'own' }
    const placed = await call('/orders', { method: 'POST', cookie: shop.cookie, body, headers })
    const { body: seen } = await call(`${approvalsPath()}/${asked.body.approvalId}`, { cookie: shop.cookie })
    expect(seen.judged).toMatchObject({
      standing: placed.body.orderId,
      refusals: [{ code: 'orders.already_ordered' }],
    })
    expect(await dueFor(shop.cookie)).toContainEqual(
      expect.objectContaining({ kind: 'approval', facts: expect.objectContaining({ isStopped: true }) }),
    )
  })
})
