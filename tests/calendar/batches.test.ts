import { beforeEach, describe, expect, it } from 'vitest'
import { getOrderPlan, layOutCycles, saveOrderPlan } from '#calendar'
import type { OrderPlan } from '#shared/calendar'
import { suppliedPlan, tradedPlan } from '#shared/calendar-presets'
import { instantAt } from '#shared/time'
import { currentCycle } from '../../functions/calendar/current-cycle.ts'
import { cyclesOfBatch } from '../../functions/calendar/cycle-store.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const ZONE = 'Asia/Shanghai'
const tester = { kind: 'system', name: 'tests' } as const
const withoutThursday = without(suppliedPlan, 'weekly-4')
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld({ now: instantAt('2026-11-23', '09:00', ZONE) })
  await aCompany(world)
  call = apiOf(world)
})

function without(plan: OrderPlan, batch: string): OrderPlan {
  return { ...plan, batches: plan.batches.filter((one) => one.batch !== batch) }
}

function called(plan: OrderPlan, batch: string, name: { zh: string; en: string }): OrderPlan {
  return { ...plan, batches: plan.batches.map((one) => (one.batch === batch ? { ...one, name } : one)) }
}

async function keep(plan: OrderPlan): Promise<void> {
  const { version } = await getOrderPlan(world)
  await saveOrderPlan(world, tester, { plan, reason: '试', baseVersion: version })
  await layOutCycles(world)
}

async function put(plan: OrderPlan, language = 'zh') {
  const { version } = await getOrderPlan(world)
  return call('/order-plan', {
    method: 'PUT',
    headers: { 'if-match': `"${version}"`, 'accept-language': language },
    cookie: await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])),
    body: { plan, reason: '改批次' },
  })
}

describe('the batches of the order plan', () => {
  it('a batch with shops is not removed', async () => {
    await keep(suppliedPlan)
    await aCustomer(world, '1', { batch: 'weekly-4' })
    await aCustomer(world, '2', { batch: 'weekly-4' })
    await aCustomer(world, '3', { batch: 'weekly-5' })
    const refused = await put(withoutThursday)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'calendar.batch_in_use',
      title: '“周四批次”还有 2 家店铺，请先在“客户”里把它们换到别的批次，再去掉这个批次。',
      facts: { batch: 'weekly-4', count: 2 },
    })
    expect((await put(withoutThursday, 'en')).body).toMatchObject({
      title:
        'Shops still belong to Thursday batch: 2. Move them to another batch under Customers first, then remove it.',
    })
    expect((await getOrderPlan(world)).version).toBe(1)
  })

  it('a batch without shops goes with its coming cycles', async () => {
    await keep(suppliedPlan)
    const open = await cyclesOfBatch(world.table, 'weekly-2', '2026-11-01', 9)
    await keep(without(withoutThursday, 'weekly-2'))
    expect(await cyclesOfBatch(world.table, 'weekly-4', '2026-11-01', 9)).toEqual([])
    // Tuesday's window is open since Sunday evening: it stays until its close.
    expect(await cyclesOfBatch(world.table, 'weekly-2', '2026-11-01', 9)).toEqual(open.slice(0, 1))
    expect((await cyclesOfBatch(world.table, 'weekly-5', '2026-11-01', 9)).length).toBe(4)
  })

  it('what was removed and not taken away yet still goes', async () => {
    await keep(suppliedPlan)
    await saveOrderPlan(world, tester, { plan: withoutThursday, reason: '试', baseVersion: 1 })
    await keep({ ...withoutThursday, weeksAhead: 2 })
    expect(await cyclesOfBatch(world.table, 'weekly-4', '2026-11-01', 9)).toEqual([])
  })

  it('a new batch gets its cycles', async () => {
    await keep(suppliedPlan)
    const [monday] = suppliedPlan.batches
    if (!monday) throw new Error('No batch')
    const added = { ...monday, batch: 'far-1', name: { zh: '远郊批次', en: 'Outskirts' } }
    await keep({ ...suppliedPlan, batches: [...suppliedPlan.batches, added] })
    expect(await currentCycle(world, 'far-1')).toMatchObject({ name: { zh: '远郊批次' } })
  })

  it('another name shows at once and moves nothing', async () => {
    await keep(tradedPlan)
    const before = await currentCycle(world, 'daily')
    await keep(called(tradedPlan, 'daily', { zh: '门店日单', en: 'Shop days' }))
    expect(await currentCycle(world, 'daily')).toEqual({
      ...before,
      name: { zh: '门店日单', en: 'Shop days' },
    })
    const { items } = await world.table.query(
      { room: '', name: '', question: '', read: 'query', pk: 'B#{batch}', sk: '@{x}' } as const,
      { batch: 'daily' },
    )
    expect(items).toEqual([])
  })

  it('a name is given in both languages', async () => {
    const nameless = await put(called(suppliedPlan, 'weekly-4', { zh: '周四', en: ' ' }))
    expect(nameless.body).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'plan.batches.9.name.en' }],
    })
    const daysOff = [{ from: '2027-02-05', to: '2027-02-12', name: { zh: '春节', en: '' } }] as const
    const unnamed = await put({ ...suppliedPlan, daysOff: [...daysOff] })
    expect(unnamed.body).toMatchObject({ errors: [{ path: 'plan.daysOff.0.name.en' }] })
  })
})
