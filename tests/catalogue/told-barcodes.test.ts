import { expect, it } from 'vitest'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

it('each wrong barcode is told at its field', async () => {
  const world = await aWorld()
  await aCompany(world)
  await someProducts(world, [{ code: 'B-1', barcode: '6291041500213' }])
  const cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  const unit = { zh: '件', en: 'case' }
  const put = async (codes: object) => {
    const body = { name: { zh: '新', en: 'New' }, unit, ...codes }
    const headers = { 'if-match': '"0"' }
    return (await apiOf(world)('/products/B-2', { method: 'PUT', cookie, headers, body })).body
  }
  const packed = (barcode: string) => [{ unit, contains: 2, barcode }]
  expect(await put({ barcode: '12345', packs: packed('6291041500214') })).toMatchObject({
    code: 'catalogue.barcode_malformed',
    errors: [
      { path: 'barcode', code: 'catalogue.barcode_malformed', message: expect.any(String) },
      { path: 'packs.0.barcode', code: 'catalogue.barcode_wrong', message: expect.stringContaining('3') },
    ],
  })
  expect(await put({ packs: packed('6291041500213') })).toMatchObject({
    code: 'catalogue.barcode_taken',
    errors: [{ path: 'packs.0.barcode' }],
  })
})
