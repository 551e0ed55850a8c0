import { beforeAll, describe, expect, it } from 'vitest'
import { inviteStaff } from '#identity'
import { StaffPage } from '#shared/identity'
import type { PersonId } from '#shared/ids'
import type { StaffRole } from '#shared/roles'
import { isCalled, maySound, standsAsAsked } from '../../functions/identity/staff-rules.ts'
import { exported } from '../exports/exported.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const system = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let cookie: string

async function invite(name: string, phone: string, role: StaffRole, unitPath: string): Promise<PersonId> {
  const asked = { name, phone, grants: [{ role, unitPath }], subtrees: [''], isQuiet: true }
  return (await inviteStaff(world, system, asked)).personId
}

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq/53' }]))
  await invite('李明', '+8613800000001', 'account-manager', 'hq/53/5301')
  const wang = await invite('王芳', '+8613800000002', 'order-desk', 'hq/53/5302')
  await invite('李雷', '+8613800000003', 'order-desk', 'hq/44')
  const body = { grants: [{ role: 'order-desk', unitPath: 'hq/53/5302' }], isDisabled: true }
  await call(`/staff/${wang}`, { method: 'PUT', cookie, body, headers: { 'if-match': '"1"' } })
})

async function page(query: string) {
  const { text, ...rest } = Object.fromEntries(new URLSearchParams(query))
  const headers: Record<string, string> = text ? { 'search-text': encodeURIComponent(text) } : {}
  return StaffPage.parse((await call(`/staff?${new URLSearchParams(rest)}`, { cookie, headers })).body)
}

describe('the list of staff', () => {
  it.each([
    ['text=李', ['李明']],
    ['text=wangf', ['王芳']],
    ['text=wf', ['王芳']],
    ['text=138 0000 0002', ['王芳']],
    ['text=nobody', []],
    ['role=account-manager', ['李明']],
    ['state=disabled', ['王芳']],
    ['unitPath=hq/53/5301', ['李明']],
    ['role=order-desk&state=active', []],
  ])('%s finds the right people', async (query, found) => {
    expect((await page(query)).items.map(({ name }) => name)).toEqual(found)
  })

  it('pages hold everyone once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await page(`limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      expect(items).toHaveLength(1)
      seen.push(...items.map(({ personId }) => personId))
      cursor = nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(3)
    expect(seen).toEqual(seen.toSorted())
  })

  it('a wrong filter is refused by name', async () => {
    expect((await call('/staff?role=king', { cookie })).status).toBe(400)
    expect((await call('/staff?cursor=x', { cookie })).status).toBe(400)
  })

  it('administrators alone take the list along', async () => {
    const body = { kind: 'staff', filter: { state: 'disabled' } }
    expect((await exported(world, call, { path: '/exports', body, cookie })).rows).toEqual([
      ['Name', 'Phone number', 'Mail address', 'Role', 'Unit', 'Unit code', 'Disabled'],
      ['王芳', '138 0000 0002', '', 'Order desk', 'hq/53/5302', 'hq/53/5302', 'yes'],
    ])
    const analyst = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
    const refused = await call('/exports', { method: 'POST', cookie: analyst, body })
    expect(refused.body).toMatchObject({ status: 403, code: 'identity.not_allowed' })
  })
})

describe('finding staff', () => {
  it('roles and state narrow together', () => {
    const standing = { grants: [{ role: 'analyst', unitPath: 'hq' } as const], isDisabled: false }
    expect(standsAsAsked(standing, {})).toBe(true)
    expect(standsAsAsked(standing, { role: 'analyst', state: 'active' })).toBe(true)
    expect(standsAsAsked(standing, { role: 'publisher' })).toBe(false)
    expect(standsAsAsked(standing, { state: 'disabled' })).toBe(false)
  })

  it('names, sounds, numbers and mail are found', () => {
    const person = { name: '王芳', phone: '+8613800000002', mail: 'Fang@shops.example' }
    const found = (text: string) => isCalled(person, 'wangfang wf', text)
    expect(['芳', ' WANGF ', 'wf', '+86 138-0000', 'fang@SHOPS'].map(found)).toEqual(Array(5).fill(true))
    expect(['李', 'wangli', '139', 'z'].map(found)).toEqual(Array(4).fill(false))
    expect(isCalled({}, '', '1')).toBe(false)
  })

  it('only Latin letters may be a sound', () => {
    expect([maySound(' wang f '), maySound('王'), maySound('138'), maySound('a1')]).toEqual([
      ...[true, false, false, false],
    ])
  })
})
