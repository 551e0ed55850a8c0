import { beforeAll, describe, expect, it } from 'vitest'
import { saveCycle } from '#calendar'
import type { CustomerId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { anImporter, previewImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { exported as exportedBy } from './exported.ts'

let world: FakeWorld
let call: Call
let cookie: string
let shop: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await anImporter(world)
  shop = await aCustomer(world, 'M-1', { unitPath: 'hq/53/5301' })
})

const exported = (path: string, body: object, as = cookie) =>
  exportedBy(world, call, { path, body, cookie: as })

describe('filtered lists as files', () => {
  it.each(['csv', 'xlsx'])('the calendar of one batch as %s', async (format) => {
    const now = world.clock.now()
    for (const [at, batch] of ['weekly-1', 'weekly-2', 'weekly-1'].entries()) {
      const closesAt = addSeconds(now, (at + 1) * 86_400)
      const date = `2026-11-${26 + at}` as const
      await saveCycle(world, { batch, date, opensAt: now, closesAt, reason: at === 2 ? '=1+1' : '雪' })
    }
    const filter = { from: '2026-11-20', to: '2026-12-20', batch: 'weekly-1' }
    const { rows, text } = await exported('/exports', { kind: 'cycles', format, filter })
    expect(rows).toEqual([
      ['Batch', 'Order day', 'Planned order day', 'Opens', 'Closes', 'State', 'Reason', 'Cycle id'],
      [
        'weekly-1',
        '2026-11-26',
        '',
        '2026-11-25 12:00',
        '2026-11-26 12:00',
        'Open',
        '雪',
        'cyc_weekly-1-2026-11-26',
      ],
      [
        'weekly-1',
        '2026-11-28',
        '',
        '2026-11-25 12:00',
        '2026-11-28 12:00',
        'Open',
        '=1+1',
        'cyc_weekly-1-2026-11-28',
      ],
    ])
    if (format === 'csv') {
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text).toContain("'=1+1")
    }
  })

  it('messages of one person in one state', async () => {
    const members = `/customers/${shop}/members`
    const invite = (name: string, phone: string) =>
      call(members, { method: 'POST', cookie, body: { name, phone, role: 'buyer' } })
    const [first] = [await invite('李强', '+8613800000101'), await invite('王芳', '+8613800000102')]
    while ((await deliverDue(world)) > 0) world.pass(1)
    const path = `/customers/${shop}/messages/exports`
    const all = await exported(path, {})
    expect(all.rows[0]).toEqual(['When', 'To', 'Message', 'SMS', 'Mail', 'Read'])
    expect(all.rows.slice(1).map(([, name]) => name)).toHaveLength(2)
    const filter = { personId: first.body.personId, state: 'sent' }
    const one = await exported(path, { filter, format: 'xlsx' })
    expect(one.rows.slice(1)).toEqual([
      [expect.stringMatching(/^2026-11-25 /), '李强', expect.any(String), 'Sent', '', ''],
    ])
    expect((await exported(path, { filter: { ...filter, state: 'given-up' } })).rows).toHaveLength(1)
  })

  it('staff who see no send log get none', async () => {
    const analyst = await aSession(
      world,
      await someStaff(world, [{ role: 'analyst', unitPath: 'hq/53/5301' }]),
    )
    const elsewhere = await aSession(
      world,
      await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/44' }]),
    )
    const sent = { method: 'POST', body: {} }
    const path = `/customers/${shop}/messages/exports`
    expect((await call(path, { ...sent, cookie: analyst })).body.code).toBe('identity.not_allowed')
    expect((await call(path, { ...sent, cookie: elsewhere })).status).toBe(404)
  })

  it('rows of an import by their verdict', async () => {
    const file = 'code,name_zh\nA,一\n,二\nC,三\n'
    const { importId } = await previewImport(world, 'products', file)
    const path = `/imports/${importId}/rows/exports`
    const all = await exported(path, {})
    expect(all.rows.map((row) => row.slice(0, 3))).toEqual([
      [expect.any(String), 'Row in the file', 'Verdict'],
      ['A', '2', 'new'],
      ['', '3', 'refused'],
      ['C', '4', 'new'],
    ])
    const refused = await exported(path, { verdict: 'refused', format: 'xlsx' })
    expect(refused.rows.slice(1)).toEqual([['', '3', 'refused', expect.stringMatching(/./)]])
  })
})
