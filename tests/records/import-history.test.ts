import { beforeEach, describe, expect, it } from 'vitest'
import { customerIdOfCode, customerKey } from '#accounts'
import { productIdOfCode, storedProduct } from '#catalogue'
import { commitChange } from '#platform/audit/record-change'
import type { HistoryEntry } from '#shared/history'
import { HistoryPage } from '#shared/records'
import { planProductRemoval } from '../../functions/catalogue/remove-product.ts'
import { runImport } from '../imports/run-import.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
})

async function told(customerId: string, cookie: string): Promise<HistoryEntry[]> {
  return HistoryPage.parse((await apiOf(world)(`/customers/${customerId}/history`, { cookie })).body).items
}

describe('what a file changed', () => {
  it('names the person and the file', async () => {
    const { cookie, importId } = await runImport(world, 'customers', 'code,name_zh\nX-1,甲店\n')
    const customerId = customerIdOfCode('X-1')
    const [entry] = await told(customerId, cookie)
    expect(entry).toMatchObject({
      by: { kind: 'staff', name: expect.stringMatching(/^职/) },
      via: { importId, fileName: 'customers.csv' },
    })
    const desk = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }]))
    expect((await told(customerId, desk))[0]?.via).toEqual({ fileName: 'customers.csv' })
    const owner = await aSession(world, await aMember(world, customerId), customerId)
    expect((await told(customerId, owner)).map(({ via }) => via)).toEqual([undefined])
  })

  it('the file itself names who began it', async () => {
    const { cookie, importId } = await runImport(world, 'customers', 'code,name_zh\nX-1,甲店\n')
    const { body } = await apiOf(world)(`/imports/${importId}/history`, { cookie })
    const { items } = HistoryPage.parse(body)
    expect(items.map(({ type }) => type)).toContain('import.applied')
    expect(new Set(items.map(({ by }) => by.name)).size).toBe(1)
    expect(items.map(({ via }) => via).filter(Boolean)).toEqual([])
  })

  it('a product taken back still tells what it was', async () => {
    const productId = productIdOfCode('X-9')
    const cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
    const body = { name: { zh: '新品', en: 'New' }, unit: { zh: '条', en: 'carton' } }
    const api = apiOf(world)
    await api('/products/X-9', { method: 'PUT', cookie, body, headers: { 'if-match': '"0"' } })
    const then = world.clock.now()
    world.pass(60)
    const product = await storedProduct(world.table, productId)
    if (!product) throw new Error('No product')
    await (await planProductRemoval(world, product)).commit({ kind: 'system', name: 'tests' })
    const { items } = HistoryPage.parse((await api(`/products/${productId}/history`, { cookie })).body)
    expect(items.map(({ type }) => type)).toEqual(['product.removed', 'product.saved'])
    const asOf = await api(`/products/${productId}/history/record?at=${then}`, { cookie })
    expect(asOf.body.record).toMatchObject({ code: 'X-9', name: { zh: '新品' } })
  })

  it('an older event names its person too', async () => {
    const customerId = await aCustomer(world, 'X-2')
    const personId = await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])
    const actor = { kind: 'system', name: `import for ${personId}` } as const
    const change = { note: { from: null, to: '夜里来的' } }
    const record = { type: 'customer.saved', subject: customerKey(customerId), about: { customerId }, change }
    await commitChange(world, actor, { ...record, type: 'customer.saved' }, [])
    const cookie = await aSession(world, personId)
    const [entry] = await told(customerId, cookie)
    expect(entry?.by).toMatchObject({ kind: 'staff', name: expect.stringMatching(/^职/) })
  })
})
