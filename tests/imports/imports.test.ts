import { beforeAll, describe, expect, it } from 'vitest'
import { derivedId } from '#platform/new-id'
import { Assortment } from '#shared/catalogue'
import type { CustomerId, CycleId } from '#shared/ids'
import { ImportList, type RowVerdict, StartedImport } from '#shared/imports'
import { runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { anImporter, beginImport, previewImport, runImport, step, verdictsOf } from './run-import.ts'

let world: FakeWorld
let call: Call
let cycleId: CycleId
let customerId: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  customerId = await aCustomer(world, 'standing')
  call = apiOf(world)
})

async function assortment(): Promise<Assortment> {
  const cookie = await aSession(world, await aMember(world, customerId), customerId)
  return Assortment.parse((await call(`/customers/${customerId}/assortment`, { cookie })).body)
}

const products = [
  '﻿code , name_zh,name_en,category,unit_zh,minimum,multiple,barcode,state',
  'YX-01,"云霞, ""细支""",Yunxia,other,条,48,24,6901028000017,',
  '',
  'yx-01,云霞小写,,,,,,,suspended',
  'YX-02,"两行',
  '名称",,,,,6,,',
].join('\r\n')

describe('products from a file', () => {
  it('BOM, quotes and line ends are understood', async () => {
    const { job, rows } = await runImport(world, 'products', products)
    expect(job).toMatchObject({ state: 'applied', done: 3, total: 3, verdicts: { new: 3 } })
    expect(rows.map(({ row, verdict, key }) => [row, verdict, key])).toEqual([
      [1, 'new', 'YX-01'],
      [2, 'new', 'yx-01'],
      [3, 'new', 'YX-02'],
    ])
    await runImport(world, 'prices', 'product,price\nYX-01,10\nYX-02,5.5\nyx-01,1\n')
    expect((await assortment()).items).toMatchObject([
      {
        code: 'YX-01',
        name: { zh: '云霞, "细支"', en: 'Yunxia' },
        minimum: 48,
        multiple: 24,
        barcode: '6901028000017',
      },
      {
        code: 'YX-02',
        name: { zh: '两行\r\n名称', en: '两行\r\n名称' },
        minimum: 6,
        multiple: 6,
        price: 550,
      },
    ])
  })

  it('the same file again changes nothing', async () => {
    const { job } = await runImport(world, 'products', products)
    expect(job.verdicts).toEqual({ unchanged: 3 })
    const changed = await runImport(world, 'products', 'code,name_zh\nYX-02,新名\n')
    expect(changed.job.verdicts).toEqual({ changed: 1 })
    expect(changed.rows[0]?.changes).toEqual({ name_zh: { from: '两行\r\n名称', to: '新名' } })
  })

  it('a refused row names column, value and remedy', async () => {
    const file =
      'code,name_zh,multiple,state\n,无码,,\nX-1,,,\nX-2,好,0,\nX-3,好,1.5,\nX-4,好,,sold\nX-5,好,,\n'
    const { job, rows } = await runImport(world, 'products', file)
    expect(job).toMatchObject({ state: 'applied', verdicts: { refused: 5, new: 1 } })
    expect(rows.slice(0, 5).map(first)).toEqual([
      ['imports.value_missing', 'code', ''],
      ['imports.value_missing', 'name_zh', ''],
      ['imports.number_invalid', 'multiple', '0'],
      ['imports.number_invalid', 'multiple', '1.5'],
      ['imports.choice_invalid', 'state', 'sold'],
    ])
    expect(rows[3]?.problems?.[0]?.message).toBe('“multiple”的值“1.5”要是 1 到 999999999 的整数。')
    const english = await verdictsOf(world, await anImporter(world), job.importId, { language: 'en' })
    expect(english[4]?.problems?.[0]?.message).toBe(
      '“state” cannot be “sold”; it is one of: draft, on-sale, suspended, ended.',
    )
  })

  it.each([
    ['products', 'code,colour\nX,#fff\n', 'name_zh'],
    ['customers', 'name_zh\n好\n', 'code'],
    ['prices', 'code,brand\nX,1\n', 'price'],
    ['limits', 'product\nX\n', 'cycle'],
    ['orders', 'document,customer\nX,1\n', 'product, quantity, placed_at, price'],
  ] as const)('a file of %s without a column names it', async (kind, file, columns) => {
    const cookie = await anImporter(world)
    const { importId } = await beginImport(world, cookie, kind, file)
    const answer = await call(`/imports/${importId}/preview`, { method: 'POST', cookie })
    expect(answer.body).toMatchObject({ code: 'imports.column_missing', facts: { columns } })
  })
})

describe('prices from a file', () => {
  it('they hold once the last row is in', async () => {
    const before = await assortment()
    const { rows } = await runImport(
      world,
      'prices',
      'product,price,list\nYX-01,12.345,\nNONE,1,\nYX-02,-1,\nYX-02 ,1.2.3,other\n',
    )
    expect(rows.map((row) => [row.verdict, row.problems?.[0]?.code])).toEqual([
      ['changed', undefined],
      ['refused', 'imports.reference_unknown'],
      ['refused', 'imports.amount_invalid'],
      ['refused', 'imports.amount_invalid'],
    ])
    expect(before.items[0]?.price).toBe(1000)
    expect((await assortment()).items.map(({ price }) => price)).toEqual([1235, 550])
  })
})

describe('customers from a file', () => {
  it('each comes with unit, account and owner', async () => {
    const file = [
      'code,name_zh,name_en,unit,grade,credit_limit,balance,hold,number,owner_name,owner_phone',
      'C-1,福来,Fulai,hq/53/5302,12,5000.00,-12.5,,7001,王芳,+8613900000001',
      'C-2,未知单位,,hq/99,,,,,,,',
      'C-3,默认,,,,,,证照过期,,,',
      'C-4,撞号,,,,,,,7001,,',
      'C-5,级别,,,100,,,,,,',
    ].join('\n')
    const { job, rows } = await runImport(world, 'customers', file)
    expect(rows.map((row) => [row.key, row.verdict, row.problems?.[0]?.code])).toEqual([
      ['C-1', 'new', undefined],
      ['C-2', 'refused', 'imports.unit_unknown'],
      ['C-3', 'new', undefined],
      ['C-4', 'refused', 'accounts.number_taken'],
      ['C-5', 'refused', 'imports.number_invalid'],
    ])
    expect(rows[1]?.problems?.[0]?.message).toContain('“unit”写的“hq/99”不是现有的单位。')
    const cookie = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }]))
    const one = await call(`/customers/${derivedId('customer', 'C-1')}`, { cookie })
    expect(one.body).toMatchObject({
      number: 7001,
      unitPath: 'hq/53/5302',
      grade: 12,
      creditLimit: 500_000,
      balance: -1250,
      available: 498_750,
    })
    const members = await call(`/customers/${derivedId('customer', 'C-1')}/members`, {
      cookie: await anAdmin(),
    })
    expect(members.body.items).toMatchObject([{ name: '王芳', phone: '+8613900000001', role: 'owner' }])
    const third = await call(`/customers/${derivedId('customer', 'C-3')}`, { cookie })
    expect(third.body).toMatchObject({
      unitPath: 'hq',
      holdReason: '证照过期',
      kind: 'retailer',
      batch: 'daily',
    })
    expect(job.verdicts).toEqual({ new: 2, refused: 3 })
    expect(world.sentSms).toEqual([])
  })

  const anAdmin = async () =>
    aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

describe('limits from a file', () => {
  it('a whole release is in force at its end', async () => {
    const file = `cycle,product,grade,quantity,first_come\n${cycleId},YX-01,18,10,\n${cycleId},YX-02,,,33\ncyc_daily-2031-01-01,YX-01,18,1,\n${cycleId},YX-01,19,x,\n${cycleId},YX-01,,5,\n`
    expect((await assortment()).limitsVersion).toBe(0)
    const { rows } = await runImport(world, 'limits', file)
    expect(rows.map((row) => [row.verdict, row.problems?.[0]?.code])).toEqual([
      ['new', undefined],
      ['new', undefined],
      ['refused', 'imports.cycle_unknown'],
      ['refused', 'imports.number_invalid'],
      ['refused', 'imports.value_missing'],
    ])
    const shown = await assortment()
    expect(shown.limitsVersion).toBe(1)
    expect(shown.items).toMatchObject([{ limit: { quantity: 10, shops: 1 } }, { remaining: 33 }])
  })

  it('limits sent again release nothing anew', async () => {
    const file = `cycle,product,grade,quantity,first_come\n${cycleId},YX-01,18,10,\n${cycleId},YX-02,,,33\n`
    const { job } = await runImport(world, 'limits', file)
    expect(job.verdicts).toEqual({ unchanged: 2 })
    expect((await assortment()).limitsVersion).toBe(1)
    const { rows } = await runImport(world, 'limits', file.replace('18,10', '18,12'))
    expect(rows[0]).toMatchObject({ verdict: 'changed', changes: { quantity: { from: '10', to: '12' } } })
    expect(await assortment()).toMatchObject({
      limitsVersion: 2,
      items: [{ limit: { quantity: 12 } }, { remaining: 33 }],
    })
  })

  it('a price band comes with its rows and their cap', async () => {
    const head = 'cycle,product,grade,quantity,band,band_cap,doubled'
    const file = `${head}\n${cycleId},YX-01,18,12,200-300,7,yes\n${cycleId},YX-02,18,8,200-300,7,\n`
    const { rows } = await runImport(world, 'limits', file)
    expect(rows[0]).toMatchObject({ changes: { quantity: { from: '12', to: '12 200-300 7 ×2' } } })
    const shown = await assortment()
    expect(shown.bands).toEqual([{ code: '200-300', cap: 7, usedElsewhere: 0 }])
    expect(shown.items).toMatchObject([{ band: '200-300' }, { band: '200-300', limit: { quantity: 8 } }])
    const { job } = await runImport(world, 'limits', file)
    expect(job.verdicts).toEqual({ unchanged: 2 })
  })

  it('a product that does not exist has no limit', async () => {
    const { rows } = await runImport(world, 'limits', `cycle,product,grade,quantity\n${cycleId},NONE,18,10\n`)
    expect(rows).toMatchObject([
      {
        verdict: 'refused',
        problems: [{ code: 'imports.reference_unknown', column: 'product', facts: { value: 'NONE' } }],
      },
    ])
    expect((await assortment()).limitsVersion).toBe(3)
  })
})

describe('an import as a whole', () => {
  it('verdicts come by pages without gaps', async () => {
    const file = `code,name_zh\n${Array.from({ length: 130 }, (_, at) => `V-${at},${at % 9 === 0 ? '' : '好'}`).join('\n')}`
    const { importId, cookie } = await previewImport(world, 'products', file)
    const all = Array.from({ length: 130 }, (_, at) => at + 1)
    for (const limit of [7, 50, 65, 100]) {
      const rows = await verdictsOf(world, cookie, importId, { limit })
      expect(rows.map(({ row }) => row)).toEqual(all)
      const refused = await verdictsOf(world, cookie, importId, { limit, verdict: 'refused' })
      expect(refused.map(({ row }) => row)).toEqual(all.filter((row) => row % 9 === 1))
    }
  })

  it('asked twice with one key is one import', async () => {
    const cookie = await anImporter(world)
    const asked = {
      method: 'POST',
      cookie,
      body: { kind: 'products', fileName: 'a.csv' },
      headers: { 'idempotency-key': 'same' },
    }
    const [one, again] = [await call('/imports', asked), await call('/imports', asked)]
    expect(again.body.import).toEqual(one.body.import)
    const other = await call('/imports', { ...asked, body: { kind: 'prices', fileName: 'a.csv' } })
    expect(other.body).toMatchObject({ status: 422, code: 'request.key_reused' })
    const { importId } = StartedImport.parse(one.body).import
    expect((await call(`/imports/${importId}/reading`, { method: 'POST', cookie })).body.code).toBe(
      'imports.file_missing',
    )
  })

  it('asking twice for a preview runs it once', async () => {
    const cookie = await anImporter(world)
    world.pass(60)
    const { importId } = await beginImport(world, cookie, 'products', 'code,name_zh\nT-1,一\n')
    const one = await step(world, cookie, importId, 'preview')
    expect(await step(world, cookie, importId, 'preview')).toEqual(one)
    expect(await runDue(world)).toBe(1)
    const list = ImportList.parse((await call('/imports', { cookie })).body)
    expect(list.items[0]).toMatchObject({ importId, state: 'previewed', verdicts: { new: 1 } })
  })

  it('an import nobody began is not found', async () => {
    const cookie = await anImporter(world)
    for (const rest of ['', '/rows']) {
      const { body } = await call(`/imports/imp_0000000000000000${rest}`, { cookie })
      expect(body).toMatchObject({ status: 404, code: 'imports.import_not_found' })
    }
  })
})

/** The first thing wrong with a row, and what it says of which column. */
function first({ problems: [problem] = [] }: RowVerdict) {
  return [problem?.code, problem?.column, problem?.facts?.value]
}
