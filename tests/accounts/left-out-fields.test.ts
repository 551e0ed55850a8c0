import { expect, it } from 'vitest'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

const needed = {
  name: { zh: '福来超市', en: 'Fulai' },
  kind: 'retailer',
  licence: { number: '530102100183' },
  format: '便利店',
  unitPath: 'hq/53',
  batch: 'weekly-3',
  priceList: 'standard',
  addresses: [],
}
const given = { grade: 18, route: 'K-07', holdReason: '证件过期', creditLimit: 5000, phone: '0871-1' }
const emptied = { grade: null, route: null, holdReason: null, creditLimit: null, phone: null }

it('what is left out stays, null takes it away', async () => {
  const world = await aWorld()
  await aCompany(world)
  const cookie = await aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }]))
  const put = (body: object, version: number) => {
    const headers = { 'if-match': `"${version}"` }
    return apiOf(world)('/customers/N-1', { method: 'PUT', cookie, headers, body })
  }
  expect((await put({ ...needed, ...given }, 0)).body).toMatchObject({ ...given, version: 1 })
  expect((await put(needed, 1)).body).toMatchObject({ ...given, version: 1 })
  const { body: freed } = await put({ ...needed, ...emptied }, 1)
  expect(freed.version).toBe(2)
  for (const field of Object.keys(given)) expect(freed).not.toHaveProperty(field)
})
