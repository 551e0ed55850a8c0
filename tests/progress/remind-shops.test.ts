import { beforeEach, describe, expect, it } from 'vitest'
import type { CustomerId } from '#shared/ids'
import type { StaffRole } from '#shared/roles'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { type AClosing, aClosing, eventsOf, order } from '../closings/a-closing.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let at: AClosing
let path: string

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  at = await aClosing(world)
  path = `/cycles/${at.cycleId}/shops-waited-for`
})

const staffOf = async (role: StaffRole, unitPath = 'hq') =>
  aSession(world, await someStaff(world, [{ role, unitPath }]))

async function aShop(code: string, settings: Parameters<typeof aCustomer>[2] = {}): Promise<CustomerId> {
  const customerId = await aCustomer(world, code, settings)
  await aMember(world, customerId)
  return customerId
}

async function remind(cookie: string, customerIds: readonly CustomerId[], query = '') {
  return call(`${path}/reminders${query}`, { method: 'POST', cookie, body: { customerIds } })
}

async function settle(): Promise<void> {
  while ((await deliverDue(world)) + (await runDue(world)) > 0) world.pass(2)
}

const texts = () => world.sentSms.map(({ text }) => text)

describe('staff remind chosen shops', () => {
  it('each hears once when its window closes', async () => {
    const shop = await aShop('1')
    await aMember(world, shop, 'buyer')
    await aMember(world, shop, 'read-only')
    const cookie = await staffOf('order-desk')
    const { status, body } = await remind(cookie, [shop])
    expect([status, body.items]).toEqual([200, [{ key: shop, verdict: 'told' }]])
    const again = await remind(await staffOf('account-manager'), [shop])
    await settle()
    expect(again.body.items).toMatchObject([
      {
        key: shop,
        verdict: 'refused',
        code: 'orders.shop_reminded',
        message: expect.stringContaining('12:00'),
      },
    ])
    expect(texts()).toEqual(
      Array(2).fill('“店1”在这个窗口还没有订单。11月25日 14:00 截止，要订请在那之前提交。'),
    )
  })

  it('two at once make one reminder', async () => {
    const shop = await aShop('1')
    const cookie = await staffOf('order-desk')
    const answers = await Promise.all(Array.from({ length: 6 }, () => remind(cookie, [shop])))
    const verdicts = answers.flatMap(({ body }) => JSON.parse(JSON.stringify(body.items)))
    expect(verdicts.filter(({ verdict }) => verdict === 'told')).toHaveLength(1)
    expect((await eventsOf(world, shop)).filter((type) => type === 'shop.reminded')).toHaveLength(1)
  })

  it('who need not or cannot be told is named', async () => {
    const ordered = await aShop('1')
    await order(world, at, ordered, 1)
    const alone = await aCustomer(world, '2')
    const held = await aShop('3', { holdReason: '证照过期' })
    const other = await aShop('4', { batch: 'weekly-4' })
    const foreign = await aShop('5', { unitPath: 'hq/44' })
    const { body } = await remind(await staffOf('account-manager', 'hq/53'), [
      ordered,
      alone,
      held,
      other,
      foreign,
    ])
    expect(body.items).toMatchObject([
      { code: 'orders.shop_has_ordered' },
      { code: 'orders.shop_without_people' },
      { code: 'orders.shop_held' },
      { code: 'orders.shop_not_waited_for' },
      { code: 'accounts.customer_not_found' },
    ])
    await settle()
    expect(texts()).toEqual([])
  })

  it('the list shows when and by whom', async () => {
    const [told, left] = [await aShop('1'), await aShop('2')]
    await settle()
    const cookie = await staffOf('order-desk')
    await remind(cookie, [told])
    const listed = async (query: string) => (await call(`${path}${query}`, { cookie })).body.items
    expect(await listed('?reminded=yes')).toMatchObject([
      { customerId: told, reminded: { at: world.clock.now(), by: expect.stringMatching(/^职/) } },
    ])
    expect(await listed('?reminded=no')).toMatchObject([{ customerId: left }])
  })

  it('a window that closed reminds nobody', async () => {
    const shop = await aShop('1')
    const cookie = await staffOf('order-desk')
    world.setNow(at.closesAt)
    expect((await remind(cookie, [shop])).body).toMatchObject({ status: 409, code: 'orders.reminders_over' })
  })
})

describe('staff remind all that a filter lists', () => {
  const begin = (cookie: string, body: object, query = '', key = 'k') =>
    call(`${path}/reminder-runs${query}`, {
      method: 'POST',
      cookie,
      body,
      headers: { 'idempotency-key': key },
    })
  const standOf = async (cookie: string, jobId: unknown) =>
    (await call(`${path}/reminder-runs/${jobId}`, { cookie })).body

  it('a job tells them, once however often asked', async () => {
    for (const code of ['1', '2', '3']) await aShop(code, { unitPath: 'hq/53/5301' })
    await aShop('4', { unitPath: 'hq/44' })
    await aCustomer(world, '5', { unitPath: 'hq/53/5301' })
    await settle()
    const cookie = await staffOf('supply-planner')
    const begun = await begin(cookie, { standing: 'no' }, '?unitPath=hq/53')
    expect((await begin(cookie, { standing: 'no' }, '?unitPath=hq/53')).body.jobId).toBe(begun.body.jobId)
    await settle()
    expect(await standOf(cookie, begun.body.jobId)).toMatchObject({
      state: 'done',
      done: 4,
      verdicts: { told: 3, 'orders.shop_without_people': 1 },
    })
    const second = await begin(cookie, {}, '', 'another')
    await settle()
    expect(await standOf(cookie, second.body.jobId)).toMatchObject({
      verdicts: { told: 1, 'orders.shop_reminded': 3, 'orders.shop_without_people': 1 },
    })
    expect(texts()).toHaveLength(4)
  })

  it('a job id that none can be is refused', async () => {
    const cookie = await staffOf('order-desk')
    for (const jobId of ['job_a%23b', 'job_', 'job_0123456789abcdef'])
      expect((await call(`${path}/reminder-runs/${jobId}`, { cookie })).status).toBe(400)
    const absent = await call(`${path}/reminder-runs/job_0123456789ABCDEF`, { cookie })
    expect(absent.status).toBe(404)
  })

  it('what a process told before its death counts', async () => {
    const shop = await aShop('1')
    await settle()
    const cookie = await staffOf('order-desk')
    const { jobId } = (await begin(cookie, {})).body
    const { commit } = world.table
    let steps = 0
    world.table.commit = async (writes, proof) => {
      const isStep = writes.some((write) => 'update' in write && write.change.set?.position !== undefined)
      if (isStep && ++steps === 1) throw new Error('The process died')
      return commit(writes, proof)
    }
    await runDue(world)
    world.table.commit = commit
    world.pass(60)
    await settle()
    expect(await standOf(cookie, jobId)).toMatchObject({ state: 'done', verdicts: { told: 1 } })
    expect((await eventsOf(world, shop)).filter((type) => type === 'shop.reminded')).toHaveLength(1)
  })

  it('how far it is sees who began it', async () => {
    const { jobId } = (await begin(await staffOf('order-desk'), {})).body
    expect(await standOf(await staffOf('order-desk'), jobId)).toMatchObject({ status: 404 })
  })
})
