import { beforeEach, describe, expect, it } from 'vitest'
import { membershipKey } from '#identity'
import type { FirstSteps } from '#shared/company'
import type { StaffRole } from '#shared/roles'
import { begin } from '../../functions/entry/beginning.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  aShop,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
})

async function stepsOf(role: StaffRole = 'administrator', unitPath = 'hq') {
  const cookie = await aSession(world, await someStaff(world, [{ role, unitPath }]))
  const answer = await call('/company/first-steps', { cookie })
  const { items }: FirstSteps = JSON.parse(answer.text)
  return { status: answer.status, items }
}

const statesOf = async () =>
  Object.fromEntries((await stepsOf()).items.map(({ step, state }) => [step, state]))

describe('what a new company has still to do', () => {
  it('is all of it after the beginning', async () => {
    const phone = '+8613800000001'
    await begin(world, {
      ...{ preset: 'supplied', name: { zh: '新公司', en: 'New company' } },
      administrator: { name: '管理员', phone },
    })
    const { items } = await stepsOf()
    expect(items.map(({ step }) => step)).toEqual([
      ...['units', 'staff', 'calendar', 'products', 'prices', 'limits', 'customers', 'owners', 'window'],
    ])
    expect(items[0]).toMatchObject({ step: 'units', state: 'next', count: 1 })
  })

  it('follows what is stored, step by step', async () => {
    await aCompany(world)
    const [productId] = await someProducts(world, [{ code: 'P-1' }])
    expect(await statesOf()).toMatchObject({
      units: 'done',
      products: 'done',
      prices: 'done',
      owners: 'waiting',
    })
    const customerId = await aCustomer(world, '1')
    expect(await statesOf()).toMatchObject({ customers: 'done', owners: 'next' })
    await aMember(world, customerId, 'buyer')
    expect(await statesOf()).toMatchObject({ owners: 'next' })
    await aMember(world, customerId)
    expect(await statesOf()).toMatchObject({ owners: 'done', limits: 'waiting', window: 'waiting' })
    world.pass(-2 * 3600)
    const cycleId = await aCycle(world, 'daily', { openSeconds: 6 * 3600 })
    if (productId) await aRelease(world, cycleId, { limits: [{ productId, grade: 1, quantity: 1 }] })
    world.pass(-2 * 3600)
    expect(await statesOf()).toMatchObject({ limits: 'done', window: 'waiting' })
  })

  it('products that nobody can order have no price', async () => {
    await aCompany(world)
    await someProducts(world, [{ code: 'P-1', state: 'draft' }])
    expect(await statesOf()).toMatchObject({ products: 'done', prices: 'next' })
  })

  it('is nothing once shops can order', async () => {
    await aShop(world)
    expect(await stepsOf()).toEqual({ status: 200, items: [] })
    world.pass(30 * 24 * 3600)
    expect((await stepsOf()).items).toEqual([])
  })

  it('owners from before they were counted are found', async () => {
    const { customerId, owner } = await aShop(world)
    const change = { remove: ['gsi2pk', 'gsi2sk'] }
    await world.table.commit([{ update: membershipKey(owner, customerId), change }])
    expect((await stepsOf()).items).toEqual([])
  })

  it('an account manager hears of customers alone', async () => {
    await aCompany(world)
    const { items } = await stepsOf('account-manager')
    expect(items.map(({ step }) => step)).toEqual(['customers', 'owners', 'window'])
  })

  it('staff of a lower unit have no part in it', async () => {
    await aCompany(world)
    expect((await stepsOf('administrator', 'hq/53')).status).toBe(403)
    expect((await stepsOf('order-desk')).status).toBe(403)
  })
})
