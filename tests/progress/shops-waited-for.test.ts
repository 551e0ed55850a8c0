import { beforeAll, describe, expect, it } from 'vitest'
import { rowsOfSheet } from '#platform/sheets/read-sheet'
import type { CustomerId } from '#shared/ids'
import type { ShopWaitedFor } from '#shared/progress'
import type { StaffRole } from '#shared/roles'
import { saveStandingDraft } from '../../functions/drafts/save-standing-draft.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { listShopsWaitedFor } from '../../functions/progress/list-shops-waited-for.ts'
import { type AClosing, aClosing, order, tester } from '../closings/a-closing.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let at: AClosing
let path: string
let ordered: CustomerId

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  at = await aClosing(world)
  path = `/cycles/${at.cycleId}/shops-waited-for`
  for (const code of ['1', '2', '3', '4'])
    await aCustomer(world, code, {
      name: { zh: `福来${code}店`, en: `Fulai ${code}` },
      phone: `0871-665544${code}`,
    })
  ordered = await aCustomer(world, '5')
  await aCustomer(world, '6', { unitPath: 'hq/53/5302' })
  await aCustomer(world, '7', { batch: 'weekly-4' })
  await order(world, at, ordered, 1)
  const standing = await aCustomer(world, '8', { holdReason: '证照过期' })
  await saveStandingDraft(world, tester, {
    customerId: standing,
    isOn: true,
    leavesOut: true,
    baseVersion: 0,
  })
  while ((await deliverDue(world)) > 0) world.pass(2)
})

const staffOf = async (role: StaffRole, unitPath = 'hq/53/5301') =>
  aSession(world, await someStaff(world, [{ role, unitPath }]))

async function waitedFor(cookie: string, query = ''): Promise<ShopWaitedFor[]> {
  const answer = await call(`${path}${query}`, { cookie })
  expect(answer.status, answer.text).toBe(200)
  return JSON.parse(answer.text).items
}

const codesOf = (shops: readonly ShopWaitedFor[]) => shops.map(({ code }) => code).sort()

describe('the shops that a cycle waits for', () => {
  it('an account manager sees those of own units', async () => {
    const shops = await waitedFor(await staffOf('account-manager'))
    expect(codesOf(shops)).toEqual(['1', '2', '3', '4', '8'])
    expect(shops.find(({ code }) => code === '2')).toMatchObject({
      name: { zh: '福来2店' },
      unitPath: 'hq/53/5301',
      phone: '0871-6655442',
      isOnHold: false,
      hasStandingDraft: false,
    })
    expect(shops.find(({ code }) => code === '8')).toMatchObject({ isOnHold: true, hasStandingDraft: true })
  })

  it('the order desk above sees all units', async () => {
    const shops = await waitedFor(await staffOf('order-desk', 'hq'))
    expect(codesOf(shops)).toEqual(['1', '2', '3', '4', '6', '8'])
  })

  it('a shop without a phone is reached by its owner', async () => {
    const quiet = await aCustomer(world, '10', { unitPath: 'hq/44' })
    await aMember(world, quiet, 'buyer')
    await aMember(world, quiet, 'owner')
    while ((await deliverDue(world)) > 0) world.pass(2)
    const [shop] = await waitedFor(await staffOf('order-desk', 'hq/44'), '?text=10')
    expect(shop?.phone).toMatch(/^\+861990/)
    const [unseen] = await waitedFor(await staffOf('supply-planner', 'hq/44'), '?text=10')
    expect(unseen?.phone).toBeUndefined()
    await order(world, at, quiet, 1)
  })

  it('who plans supply sees no phone', async () => {
    const shops = await waitedFor(await staffOf('supply-planner', 'hq'))
    expect(shops.filter(({ phone }) => phone !== undefined)).toEqual([])
  })

  it('pages hold each shop once', async () => {
    const cookie = await staffOf('order-desk', 'hq')
    const found: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await call(`${path}?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, {
        cookie,
      })
      const page: { items: ShopWaitedFor[]; nextCursor?: string } = JSON.parse(JSON.stringify(body))
      expect(page.items.length).toBeLessThanOrEqual(2)
      found.push(...page.items.map(({ code }) => code))
      cursor = page.nextCursor
    } while (cursor)
    expect(found.sort()).toEqual(['1', '2', '3', '4', '6', '8'])
  })

  it.each([
    ['text=福来3', ['3']],
    ['text=fulai', ['1', '2', '3', '4']],
    ['text=fld', ['1', '2', '3', '4']],
    ['standing=yes', ['8']],
    ['standing=no&text=8', []],
  ])('%s narrows the list', async (query, codes) => {
    const shops = await waitedFor(await staffOf('order-desk'), `?${encodeURI(query)}`)
    expect(codesOf(shops)).toEqual(codes)
  })

  it('a page of one looks many up at once', async () => {
    const table = world.table.metered()
    const asked = { cycleId: at.cycleId, subtrees: ['hq'], limit: 1, text: '没有这样的店' } as const
    const page = await listShopsWaitedFor({ ...world, table }, tester, asked)
    expect(page.items).toEqual([])
    // Six shops wait: the first by itself, then all others.
    expect(table.spent.roundTrips).toBeLessThanOrEqual(9)
  })

  it('an order just placed takes its shop off', async () => {
    const late = await aCustomer(world, '9', { unitPath: 'hq/44' })
    while ((await deliverDue(world)) > 0) world.pass(2)
    const cookie = await staffOf('order-desk', 'hq/44')
    expect(codesOf(await waitedFor(cookie))).toEqual(['9'])
    await order(world, at, late, 1)
    expect(await waitedFor(cookie)).toEqual([])
  })

  it('it goes along as a file', async () => {
    const cookie = await staffOf('account-manager')
    const body = { kind: 'shops-waited-for', cycleId: at.cycleId, filter: { standing: 'no' } }
    const begun = await call('/exports', { method: 'POST', cookie, body })
    expect(begun.status, begun.text).toBe(201)
    await runDue(world)
    const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
    const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
    const rows: string[][] = []
    const open = async () => new Blob([new Uint8Array(bytes)]).stream()
    for await (const row of rowsOfSheet(open, { format: 'csv', encoding: 'utf-8', separator: ',' }))
      rows.push(row)
    expect(
      rows
        .slice(1)
        .map(([, code]) => code)
        .sort(),
    ).toEqual(['1', '2', '3', '4'])
    expect(rows.flat()).toContain('0871-6655441')
  })

  it('a window that is not there is refused', async () => {
    const cookie = await staffOf('order-desk')
    const answer = await call('/cycles/cyc_daily-2020-01-01/shops-waited-for', { cookie })
    expect(answer.body).toMatchObject({ status: 404, code: 'calendar.cycle_not_found' })
  })

  it('an analyst neither sees nor exports them', async () => {
    const cookie = await staffOf('analyst', 'hq')
    expect((await call(path, { cookie })).status).toBe(403)
    const body = { kind: 'shops-waited-for', cycleId: at.cycleId }
    expect((await call('/exports', { method: 'POST', cookie, body })).status).toBe(403)
  })
})
