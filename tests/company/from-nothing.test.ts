import { expect, it } from 'vitest'
import { currentCycle } from '#calendar'
import { productIdOfCode } from '#catalogue'
import { listStaff } from '#identity'
import type { FirstSteps } from '#shared/company'
import { instantOf } from '#shared/time'
import { begin } from '../../functions/entry/beginning.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { runImport } from '../imports/run-import.ts'
import { apiOf, type Sent } from '../support/api-client.ts'
import { aSession } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

const owner = '+8613800000002'

it('a company goes from nothing to its first order', async () => {
  const world = await aWorld()
  const call = apiOf(world)
  const name = { zh: '新公司', en: 'New company' }
  const administrator = { name: '管理员', phone: '+8613800000001' }
  await begin(world, { preset: 'supplied', name, administrator })
  const [first] = (await listStaff(world, 'tests', { limit: 9, subtrees: [''] })).items
  if (!first) throw new Error('No administrator')
  const cookie = await aSession(world, first.personId)
  const well = async (path: string, sent: Sent = {}) => {
    const answer = await call(path, { cookie, ...sent })
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer
  }
  const left = async () => {
    const { items }: FirstSteps = JSON.parse((await well('/company/first-steps')).text)
    return items.filter(({ state }) => state !== 'done').map(({ step, state }) => `${step} ${state}`)
  }
  const put = (path: string, body: object) =>
    well(path, { method: 'PUT', headers: { 'if-match': '"0"' }, body })

  await put('/units/hq~01', { name: { zh: '东区', en: 'East' } })
  const grants = [{ role: 'order-desk', unitPath: 'hq/01' }]
  await well('/staff', { method: 'POST', body: { name: '订单员', phone: '+8613800000003', grants } })
  expect(await left()).toEqual([
    ...['calendar next', 'products next', 'prices waiting', 'limits waiting'],
    ...['customers waiting', 'owners waiting', 'window waiting'],
  ])

  const { plan } = (await well('/order-plan')).body
  await put('/order-plan', { plan, reason: '开张' })
  await runDue(world)
  await runImport(world, 'products', 'code,name_zh\nP-1,云岭\n')
  await runImport(world, 'prices', 'product,price\nP-1,100.00\n')
  expect(await left()).toEqual(['limits next', 'customers next', 'owners waiting'])

  const shop = `code,name_zh,unit,batch,grade,owner_phone\nC-1,兴旺,东区,周五批次,18,${owner}\n`
  const { rows } = await runImport(world, 'customers', shop)
  expect(rows).toMatchObject([{ verdict: 'new' }])
  const cycle = await currentCycle(world, 'weekly-5')
  if (!cycle) throw new Error('No cycle')
  await runImport(world, 'limits', `cycle,product,grade,quantity\n${cycle.cycleId},P-1,18,5\n`)
  world.setNow(instantOf(Date.parse(cycle.opensAt)))
  expect(await left()).toEqual([])

  const [customer] = JSON.parse((await well('/customers')).text).items
  const [member] = JSON.parse((await well(`/customers/${customer.customerId}/members`)).text).items
  const ordering = { cookie: await aSession(world, member.personId, customer.customerId) }
  const lines = [{ productId: productIdOfCode('P-1'), quantity: 5 }]
  const body = { customerId: customer.customerId, cycleId: cycle.cycleId, lines }
  const placed = await well('/orders', { ...ordering, method: 'POST', body })
  expect(JSON.parse(placed.text)).toMatchObject({ state: 'placed', total: 50_000 })
})
