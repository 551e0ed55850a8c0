import { beforeEach, describe, expect, it } from 'vitest'
import { batchJudge, customerIdOfCode, planCustomerFrom, storedCustomer } from '#accounts'
import { getOrderPlan, saveOrderPlan } from '#calendar'
import type { World } from '#platform/world'
import type { OrderPlan } from '#shared/calendar'
import { suppliedPlan } from '#shared/calendar-presets'
import { planCustomer, planRescheduling } from '../../functions/accounts/plan-customer.ts'
import { runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import { runImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const withoutThursday: OrderPlan = {
  ...suppliedPlan,
  batches: suppliedPlan.batches.filter(({ batch }) => batch !== 'weekly-4'),
}
const shop = {
  kind: 'retailer',
  ...{ name: { zh: '店', en: 'Shop' }, licence: { number: '' }, format: '' },
  ...{ unitPath: 'hq/53', priceList: 'standard', grade: 18, addresses: [] },
} as const
let world: FakeWorld
let call: Call
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

async function keep(plan: OrderPlan, there: World = world): Promise<void> {
  const { version } = await getOrderPlan(world)
  await saveOrderPlan(there, tester, { plan, reason: '试', baseVersion: version })
}

const put = (code: string, batch: string) =>
  call(`/customers/${code}`, { method: 'PUT', cookie, body: { ...shop, batch } })

async function batchOf(code: string): Promise<string | undefined> {
  return (await storedCustomer(world.table, customerIdOfCode(code), { isStrong: true }))?.account.batch
}

async function isPlanned(batch: string): Promise<boolean> {
  return (await getOrderPlan(world)).plan.batches.some((one) => one.batch === batch)
}

describe('a batch that the order plan does not know', () => {
  beforeEach(() => keep(withoutThursday))

  it('no customer is saved with it', async () => {
    const refused = await put('N-1', 'weekly-4')
    expect(refused.body).toMatchObject({ status: 422, code: 'accounts.batch_unknown' })
    expect(refused.body.title).toMatch(/：周一批次（weekly-1）、.*等共 14 个；/)
    expect(await batchOf('N-1')).toBeUndefined()
    expect((await put('N-1', 'weekly-5')).status).toBe(200)
  })

  it('many at once are refused one by one', async () => {
    const customers = ['weekly-4', 'weekly-3'].map((batch, at) => ({ ...shop, code: `M-${at}`, batch }))
    const { body } = await call('/customers/batch', { method: 'POST', cookie, body: { customers } })
    expect(body.items).toMatchObject([
      { key: 'M-0', verdict: 'refused', code: 'accounts.batch_unknown' },
      { key: 'M-1', verdict: 'new' },
    ])
    const seen = [{ customerId: customerIdOfCode('M-1'), version: 1 }]
    const action = { do: 'batch', batch: 'weekly-4' }
    const acted = await call('/customers/actions', {
      method: 'POST',
      cookie,
      body: { customers: seen, action },
    })
    expect(acted.body.items).toMatchObject([{ verdict: 'refused', code: 'accounts.batch_unknown' }])
    expect(await batchOf('M-1')).toBe('weekly-3')
  })

  it('a row of a file is refused with its reason', async () => {
    const csv = 'code,name_zh,batch,unit\nF-1,一店,weekly-4,hq\nF-2,二店,weekly-5,hq\n'
    const { rows } = await runImport(world, 'customers', csv)
    expect(rows).toMatchObject([
      { verdict: 'refused', problems: [{ code: 'accounts.batch_unknown' }] },
      { verdict: 'new' },
    ])
    expect(await batchOf('F-1')).toBeUndefined()
  })

  it('a shop that has it already may be changed otherwise', async () => {
    await keep(suppliedPlan)
    await aCustomer(world, 'O-1', { batch: 'weekly-4' })
    expect((await put('O-1', 'weekly-4')).status).toBe(428)
    const headers = { 'if-match': '"1"' }
    const body = { ...shop, batch: 'weekly-4', note: '换了店主' }
    expect((await call('/customers/O-1', { method: 'PUT', cookie, headers, body })).status).toBe(200)
  })
})

describe('the order plan while batches are not kept yet', () => {
  it('any batch will do without a plan', async () => {
    expect((await put('N-1', 'made-3')).status).toBe(200)
  })

  it('a plan from before is kept for customers too', async () => {
    await keep(suppliedPlan)
    await world.table.commit([{ delete: { pk: 'COMPANY', sk: 'BATCHES' } }])
    expect((await put('N-1', 'made-3')).status).toBe(200)
    await startUpkeepOf(world)
    await runDue(world)
    expect((await put('N-2', 'made-3')).body).toMatchObject({ code: 'accounts.batch_unknown' })
  })
})

describe('a shop on its way into a batch that is removed', () => {
  beforeEach(() => keep(suppliedPlan))

  const coming = (code: string) => {
    const input = { ...shop, addresses: [], code, batch: 'weekly-4' }
    return planCustomer(world, input, () => input)
  }
  /** A world in which something happens before the nth commit. */
  const with_ = (nth: number, happens: () => Promise<void>): World => {
    let commits = 0
    const commit: World['table']['commit'] = async (writes, proof) => {
      commits += 1
      if (commits === nth) await happens()
      return world.table.commit(writes, proof)
    }
    return { ...world, table: { ...world.table, commit } }
  }

  it('comes too late once the batch is fenced', async () => {
    const plan = await coming('L-1')
    const removing = with_(2, async () => {
      await expect(plan.commit(tester)).rejects.toMatchObject({ code: 'accounts.changed_meanwhile' })
      await expect(coming('L-2')).rejects.toMatchObject({ code: 'accounts.batch_unknown' })
    })
    await keep(withoutThursday, removing)
    expect(await isPlanned('weekly-4')).toBe(false)
    expect(await batchOf('L-1')).toBeUndefined()
  })

  it('keeps the batch when it came before the fence', async () => {
    const plan = await coming('E-1')
    const removing = with_(1, () => plan.commit(tester))
    await expect(keep(withoutThursday, removing)).rejects.toMatchObject({
      code: 'calendar.batch_in_use',
      facts: { count: 1 },
    })
    expect(await isPlanned('weekly-4')).toBe(true)
    expect((await put('E-2', 'weekly-4')).status).toBe(200)
  })

  it('both at once never leave a shop without cycles', async () => {
    const moving = Array.from({ length: 12 }, async (_, at) => {
      const customerId = await aCustomer(world, `B-${at}`, { batch: 'weekly-5' })
      const before = await storedCustomer(world.table, customerId, { isStrong: true })
      if (before) await (await planRescheduling(world, before, 'weekly-4')).commit(tester)
    })
    const outcomes = await Promise.allSettled([keep(withoutThursday), ...moving])
    const moved = await Promise.all(outcomes.slice(1).map((_, at) => batchOf(`B-${at}`)))
    expect(await isPlanned('weekly-4')).toBe(moved.includes('weekly-4'))
  })

  it('rows that are committed together are held by one look', async () => {
    const judgeBatch = await batchJudge(world)
    const numberOf = async () => ({ number: 100 })
    const plans = await Promise.all(
      ['R-1', 'R-2'].map((code) =>
        planCustomerFrom(
          world,
          undefined,
          { ...shop, addresses: [], code, batch: 'weekly-4' },
          { numberOf, judgeBatch },
        ),
      ),
    )
    const checks = plans.flatMap((plan) => plan.writes(tester)).filter((write) => 'check' in write)
    // Of each row one for its batch and one for its unit.
    expect(checks).toHaveLength(4)
    expect(new Set(checks.map((write) => JSON.stringify(write))).size).toBe(2)
  })
})
