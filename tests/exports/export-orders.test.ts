import { beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '#orders'
import { runDueJobs } from '#platform/jobs/run-jobs'
import type { CustomerId } from '#shared/ids'
import { runDue } from '../../functions/entry/schedule.ts'
import { exportRuns } from '../../functions/exports/index.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aSession,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cookie: string
let shop: CustomerId
const tester = { kind: 'system', name: 'tests' } as const

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  const cycleId = await aCycle(world)
  const [product] = await someProducts(world, [{ code: 'P-1' }])
  if (!product) throw new Error('No product')
  const shops = [
    { code: '1', name: { zh: '=1+1', en: '@SUM(A1)' }, unitPath: 'hq/53/5301' },
    {
      ...{ code: '2', name: { zh: '兴旺', en: 'Xingwang' }, unitPath: 'hq/53/5301' },
      addresses: [{ text: '环城路 2 号', isMain: true }],
    },
    { code: '3', name: { zh: '邻县', en: 'Next county' }, unitPath: 'hq/53/5302' },
  ]
  for (const { code, ...settings } of shops) {
    const customerId = await aCustomer(world, code, settings)
    const input = { customerId, cycleId, lines: [{ productId: product, quantity: 3 }] }
    if (code === '2') shop = customerId
    await placeOrder(world, tester, input, { key: code, fingerprint: code })
  }
  cookie = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq/53/5301' }]))
})

const begin = (key: string) =>
  call('/exports', { method: 'POST', cookie, body: { kind: 'orders' }, headers: { 'idempotency-key': key } })

describe('exporting the orders of my units', () => {
  it('the file holds my units and no formula', async () => {
    const begun = await begin('first')
    expect(begun.status, begun.text).toBe(201)
    await runDue(world)
    const { body } = await call(`/exports/${begun.body.jobId}`, { cookie })
    expect(body).toMatchObject({ state: 'done', done: 2, total: 2 })
    expect(body.downloadUrl).toBe(`memory:exports/${begun.body.jobId}.csv`)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      world.stored.get(`exports/${begun.body.jobId}.csv`),
    )
    expect(text.startsWith('\uFEFF订单号,本店单号,下单,状态,客户编码,客户,客户（英文）')).toBe(true)
    expect(text).toContain("'=1+1,'@SUM(A1)")
    expect(text).toContain(
      '2026-11-25 12:00,已下单,2,兴旺,Xingwang,hq/53/5301,hq/53/5301,1,26.55,3.45,30.00,CNY',
    )
    expect(text).not.toContain('邻县')
    expect(text, 'an analyst sees no address').not.toContain('环城路')
  })

  it('an owner takes the own orders along', async () => {
    const owner = await aSession(world, await aMember(world, shop), shop)
    const asking = (body: object) => ({ method: 'POST', cookie: owner, body })
    const path = `/customers/${shop}/exports`
    const all = await call(path, asking({ kind: 'orders' }))
    const none = await call(path, asking({ kind: 'order-lines', text: 'nothing is called so' }))
    await runDue(world)
    expect((await call(`${path}/${none.body.jobId}`, { cookie: owner })).body).toMatchObject({ done: 0 })
    const { body } = await call(`${path}/${all.body.jobId}`, { cookie: owner })
    expect(body).toMatchObject({ state: 'done', done: 1 })
    const text = new TextDecoder().decode(world.stored.get(`exports/${all.body.jobId}.csv`))
    expect(text).toContain('已下单,2,兴旺,Xingwang,hq/53/5301,hq/53/5301,1,26.55,3.45,30.00,CNY')
    expect(text).toContain('环城路 2 号')
    expect(text).not.toContain('SUM')
    expect((await call(`${path}/${all.body.jobId}`, { cookie })).status).toBe(404)
  })

  it('the lines of the orders are a file too', async () => {
    const body = { kind: 'order-lines', format: 'csv' }
    const begun = await call('/exports', {
      method: 'POST',
      cookie,
      body,
      headers: { 'idempotency-key': 'l' },
    })
    await runDue(world)
    const text = new TextDecoder().decode(world.stored.get(`exports/${begun.body.jobId}.csv`))
    expect(text.trim().split('\r\n')).toHaveLength(3)
    expect(text).toContain('兴旺,Xingwang,hq/53/5301,hq/53/5301,P-1,商品P-1,3,3,,条,10.00,30.00,13,3.45,CNY')
    expect(text).not.toContain('邻县')
  })

  it('the same key is the same export', async () => {
    const first = await begin('twice')
    expect((await begin('twice')).body.jobId).toBe(first.body.jobId)
  })

  it("another person's export is answered like an absent one", async () => {
    const begun = await begin('mine')
    const other = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
    expect((await call(`/exports/${begun.body.jobId}`, { cookie: other })).status).toBe(404)
  })

  it('an export survives the death of its process', async () => {
    const begun = await begin('killed')
    const dying = { ...world, files: { ...world.files, write: () => Promise.reject(new Error('killed')) } }
    await runDueJobs(dying, exportRuns)
    expect((await call(`/exports/${begun.body.jobId}`, { cookie })).body.state).toBe('running')
    world.pass(60)
    await runDue(world)
    expect((await call(`/exports/${begun.body.jobId}`, { cookie })).body).toMatchObject({
      state: 'done',
      total: 2,
    })
  })
})
