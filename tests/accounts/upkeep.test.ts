import { beforeAll, describe, expect, it } from 'vitest'
import { accountKey, storedAccount } from '#accounts'
import type { CustomerId } from '#shared/ids'
import { runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cookie: string
let customerId: CustomerId

/** An account as it was kept before audiences were judged by it. */
async function asBefore(): Promise<void> {
  const change = { remove: ['kind', 'format'] }
  await world.table.commit([{ update: accountKey(customerId), change, when: { present: true } }])
}

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  customerId = await aCustomer(world, 'U-1', {
    kind: 'distributor',
    format: '超市',
    name: { zh: '兴旺', en: 'X' },
  })
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

describe('a table from before', () => {
  it('its accounts learn what audiences ask for', async () => {
    await asBefore()
    const before = await storedAccount(world.table, customerId)
    expect(before?.kind).toBeUndefined()
    await startUpkeepOf(world)
    expect(await runDue(world)).toBe(7)
    expect(await storedAccount(world.table, customerId)).toEqual({
      ...before,
      kind: 'distributor',
      format: '超市',
    })
  })

  it('it gets each job once, whoever starts', async () => {
    await startUpkeepOf({ ...world, remember: (_, load) => load() })
    expect(await runDue(world)).toBe(0)
  })
})

describe('the search made anew', () => {
  const found = async () =>
    (await call('/customers/found', { cookie, headers: { 'search-text': 'xingwang' } })).body.items

  it('an administrator has it made and sees it end', async () => {
    const begun = await call('/customers/search-index', { method: 'POST', cookie })
    expect(begun).toMatchObject({ status: 201, body: { state: 'running' } })
    await runDue(world)
    const path = `/customers/search-index/${begun.body.jobId}`
    expect((await call(path, { cookie })).body).toMatchObject({ state: 'done', done: 1 })
    world.pass(5)
    expect(await found()).toMatchObject([{ customerId, matched: 'pinyin' }])
    const missing = await call('/customers/search-index/job_0123456789ABCDEF', { cookie })
    expect(missing.status).toBe(404)
  })

  it('others may not have it made', async () => {
    const manager = await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }])
    const theirs = await aSession(world, manager)
    expect((await call('/customers/search-index', { method: 'POST', cookie: theirs })).status).toBe(403)
  })
})
