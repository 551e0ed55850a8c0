import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportKind } from '#shared/import-words'
import type { StaffRole } from '#shared/roles'
import { runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCycle, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { applyImport, beginImport, previewImport, standingOf, step } from './run-import.ts'

const customers = 'code,name_zh\nX-1,甲店\n'
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
})

const staffOf = async (role: StaffRole, unitPath = 'hq') =>
  aSession(world, await someStaff(world, [{ role, unitPath }]))

const begin = (cookie: string, kind: ImportKind) =>
  call('/imports', { method: 'POST', cookie, body: { kind, fileName: 'a.csv' } })

describe('who brings in a kind of file', () => {
  it('a supply planner takes limits from file to force', async () => {
    const cycleId = await aCycle(world)
    await someProducts(world, [{ code: 'A' }])
    const cookie = await staffOf('supply-planner')
    const file = `cycle,product,grade,quantity\n${cycleId},A,18,7\n`
    const { importId } = await beginImport(world, cookie, 'limits', file)
    await step(world, cookie, importId, 'preview')
    await runDue(world)
    expect((await applyImport(world, cookie, importId)).job).toMatchObject({ state: 'applied' })
    const limits = await call(`/cycles/${cycleId}/limits/A`, { cookie })
    expect(limits.body).toMatchObject({ limits: [{ grade: 18, quantity: 7 }] })
  })

  it.each([
    ['supply-planner', ['limits']],
    ['account-manager', ['customers', 'balances']],
    ['administrator', ['customers', 'products', 'prices', 'limits', 'balances', 'orders']],
  ] as const)('%s brings in %j and nothing else', async (role, kinds) => {
    const cookie = await staffOf(role)
    const statuses = new Map<string, number>()
    for (const kind of ['customers', 'products', 'prices', 'limits', 'balances', 'orders'] as const)
      statuses.set(kind, (await begin(cookie, kind)).status)
    expect([...statuses].filter(([, status]) => status === 201).map(([kind]) => kind)).toEqual(kinds)
    expect([...statuses.values()].filter((status) => status !== 201 && status !== 403)).toEqual([])
  })

  it('the refusal says whose the kind is', async () => {
    const { body } = await begin(await staffOf('supply-planner'), 'prices')
    expect(body).toMatchObject({
      code: 'imports.kind_of_others',
      title: '“价格”的文件由这些人导入：管理员。请交给他们，或请管理员给您这个角色。',
    })
  })

  it('a role of a lower unit brings in nothing', async () => {
    expect((await begin(await staffOf('supply-planner', 'hq/53'), 'limits')).status).toBe(403)
  })
})

describe('files of other kinds', () => {
  it('are neither listed nor found nor counted', async () => {
    const { importId, cookie: administrator } = await previewImport(world, 'customers', customers)
    const planner = await staffOf('supply-planner')
    const limits = await beginImport(world, planner, 'limits', 'cycle,product\nx,y\n')
    const { body: seen } = await call('/imports', { cookie: planner })
    expect(seen.items).toMatchObject([{ importId: limits.importId, kind: 'limits' }])
    for (const rest of ['', '/rows', '/history'])
      expect((await call(`/imports/${importId}${rest}`, { cookie: planner })).status, rest).toBe(404)
    for (const rest of ['/reading', '/preview', '/confirmation', '/undo', '/refused-rows'])
      expect(
        (await call(`/imports/${importId}${rest}`, { method: 'POST', cookie: planner, body: {} })).status,
      ).toBe(404)
    expect((await call('/obligations', { cookie: planner })).body.items).toEqual([])
    expect((await call('/import-maps?kind=customers', { cookie: planner })).status).toBe(403)
    expect((await standingOf(world, administrator, importId)).state).toBe('previewed')
  })

  it('leave a page of own ones full', async () => {
    const [planner, administrator] = [await staffOf('supply-planner'), await staffOf('administrator')]
    for (let at = 0; at < 3; at++) {
      world.pass(1)
      await begin(planner, 'limits')
      world.pass(1)
      await begin(administrator, 'prices')
    }
    const { body: first } = await call('/imports?limit=2', { cookie: planner })
    const { body: second } = await call(`/imports?limit=2&cursor=${first.nextCursor}`, { cookie: planner })
    expect([first.items, second.items]).toMatchObject([
      [{ kind: 'limits' }, { kind: 'limits' }],
      [{ kind: 'limits' }],
    ])
  })
})
