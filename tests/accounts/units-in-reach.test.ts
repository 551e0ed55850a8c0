import { beforeEach, expect, it } from 'vitest'
import type { StaffGrant } from '#shared/identity'
import { withoutUnit } from '../../web/src/components/way-back.ts'
import { unitOptions } from '../../web/src/features/accounts/unit-options.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
})

async function unitsOf(grants: readonly StaffGrant[]) {
  const cookie = await aSession(world, await someStaff(world, [...grants]))
  const { status, body } = await apiOf(world)('/units', { cookie })
  expect(status).toBe(200)
  return Array.isArray(body.items) ? body.items : []
}

const offered = (units: Awaited<ReturnType<typeof unitsOf>>, chosen = '') =>
  unitOptions(units, chosen).map(({ path, isReached }) => `${path}${isReached ? '' : ' (above)'}`)

it('a manager of one county is offered that county alone', async () => {
  const units = await unitsOf([{ role: 'account-manager', unitPath: 'hq/53/5301' }])
  expect(offered(units)).toEqual(['hq (above)', 'hq/53 (above)', 'hq/53/5301'])
})

it('a province offers all that lies under it', async () => {
  const units = await unitsOf([{ role: 'analyst', unitPath: 'hq/53' }])
  expect(offered(units)).toEqual(['hq (above)', 'hq/53', 'hq/53/5301', 'hq/53/5302'])
})

it('two roles offer the units of both', async () => {
  const units = await unitsOf([
    { role: 'account-manager', unitPath: 'hq/53/5302' },
    { role: 'order-desk', unitPath: 'hq/44' },
  ])
  expect(offered(units)).toEqual(['hq (above)', 'hq/44', 'hq/53 (above)', 'hq/53/5302'])
})

it('headquarters are offered every unit', async () => {
  const units = await unitsOf([{ role: 'administrator', unitPath: 'hq' }])
  expect(offered(units)).toEqual(['hq', 'hq/44', 'hq/53', 'hq/53/5301', 'hq/53/5302'])
})

it('a foreign unit of the address stays in sight', async () => {
  const units = await unitsOf([{ role: 'account-manager', unitPath: 'hq/53/5301' }])
  expect(offered(units, 'hq/44')).toContain('hq/44 (above)')
})

it('a list of a foreign unit leads back to mine', () => {
  expect(withoutUnit('/zh/orders/', '?unitPath=hq%2F44&state=placed')).toBe('/zh/orders/?state=placed')
  expect(withoutUnit('/zh/orders/', '?unitPath=hq')).toBe('/zh/orders/')
  expect(withoutUnit('/zh/orders/ord_1/', '')).toBeUndefined()
})
