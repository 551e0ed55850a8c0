import { beforeAll, describe, expect, it } from 'vitest'
import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { askForChange } from '#requests'
import type { CustomerId } from '#shared/ids'
import type { StaffRole } from '#shared/roles'
import { runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let shop: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  shop = await aCustomer(world, 'E-1', {
    unitPath: 'hq/53/5301',
    grade: 18,
    creditLimit: 12_345,
    addresses: [{ text: '环城路 230 号', isMain: true }],
  })
  await aCustomer(world, 'E-2', { unitPath: 'hq/53/5301', grade: 12 })
  const personId = await aMember(world, shop, 'owner')
  const change = { kind: 'addresses', addresses: [{ text: '新街 1', isMain: true }] } as const
  const asked = { customerId: shop, personId, change: { ...change, addresses: [...change.addresses] } }
  await askForChange(world, { kind: 'system', name: 'tests' }, asked, { key: 'e', fingerprint: 'e' })
})

const staff = async (role: StaffRole, unitPath = 'hq/53/5301') =>
  aSession(world, await someStaff(world, [{ role, unitPath }]))

async function exported(cookie: string, body: object): Promise<string[][]> {
  const begun = await call('/exports', { method: 'POST', cookie, body })
  expect(begun.status, begun.text).toBe(201)
  await runDue(world)
  const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
  const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
  const open = async () => new Blob([new Uint8Array(bytes)]).stream()
  const rows: string[][] = []
  for await (const row of rowsOfSheet(open, { format: 'csv', encoding: 'utf-8', separator: ',' }))
    rows.push(row)
  return rows
}

describe('what an export shows', () => {
  it('it is narrowed by the filters of the list', async () => {
    const rows = await exported(await staff('account-manager'), {
      kind: 'customers',
      filter: { gradeFrom: '18' },
    })
    expect(rows.slice(1).map(([code]) => code)).toEqual(['E-1'])
  })

  it('an account manager takes money and addresses along', async () => {
    const text = (await exported(await staff('account-manager'), { kind: 'customers' })).flat()
    expect(text).toEqual(expect.arrayContaining(['123.45', '环城路 230 号', '18']))
  })

  it('a service agent takes no money along', async () => {
    const text = (await exported(await staff('service-agent'), { kind: 'customers' })).flat()
    expect(text).toContain('环城路 230 号')
    expect(text).not.toContain('123.45')
    expect(text).not.toContain('18')
  })

  it('an analyst takes no address along', async () => {
    const text = (await exported(await staff('analyst'), { kind: 'customers' })).flat()
    expect(text).toContain('18')
    expect(text).not.toContain('环城路 230 号')
    expect(text).not.toContain('123.45')
  })
})

describe('requests as a file', () => {
  it('who decides on them takes those of own units', async () => {
    const rows = await exported(await staff('account-manager'), { kind: 'requests' })
    expect(rows).toHaveLength(2)
    expect(rows[1]?.join()).toContain('hq/53/5301')
    expect(await exported(await staff('account-manager', 'hq/53/5302'), { kind: 'requests' })).toHaveLength(1)
  })

  it('who may not look at them gets none', async () => {
    const cookie = await staff('analyst', 'hq')
    const refused = await call('/exports', { method: 'POST', cookie, body: { kind: 'requests' } })
    expect(refused.body.code).toBe('identity.not_allowed')
  })

  it('an unknown state is refused before anything begins', async () => {
    const body = { kind: 'requests', filter: { state: 'lost' } }
    const refused = await call('/exports', { method: 'POST', cookie: await staff('administrator'), body })
    expect(refused.status).toBe(400)
  })
})
