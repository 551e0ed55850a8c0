import { beforeAll, describe, expect, it } from 'vitest'
import { customerIdOfCode, storedCustomer } from '#accounts'
import { getOrderPlan, saveOrderPlan } from '#calendar'
import { suppliedPlan } from '#shared/calendar-presets'
import type { RowVerdict } from '#shared/imports'
import { aCompany, aCustomer, aCycle, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { previewImport, runImport } from './run-import.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  const { version } = await getOrderPlan(world)
  await saveOrderPlan(world, tester, { plan: suppliedPlan, reason: '试', baseVersion: version })
  await someProducts(world, [{ code: 'YX-01' }])
})

/** What is wrong with each row of a file, by column. */
async function faultsIn(...[kind, file]: [Parameters<typeof previewImport>[1], string]) {
  const { rows } = await previewImport(world, kind, file)
  return rows.map(({ problems = [] }) => problems.map(({ code, column }) => `${column} ${code}`))
}

function messagesOf(row: RowVerdict | undefined): string {
  return row?.problems?.map(({ message }) => message).join(' ') ?? ''
}

describe('a refused row tells all at once', () => {
  it('a customer with bad cells, unit and batch', async () => {
    const file =
      'code,name_zh,licence_expires,unit,batch,owner_phone\nT-1,一,2027-13-01,999999,weekly-9,139\n' +
      'T-2,二,,hq/53,,\n'
    expect(await faultsIn('customers', file)).toEqual([
      [
        'licence_expires imports.date_invalid',
        'unit imports.unit_unknown',
        'batch accounts.batch_unknown',
        'owner_phone imports.phone_invalid',
      ],
      ['batch imports.batch_missing'],
    ])
  })

  it('a product with several barcodes and a bad state', async () => {
    const file =
      'code,name_zh,barcode,packs,state,multiple\nYX-01,一,6901028000018,件=50@6901028000019,draft,x\n'
    expect(await faultsIn('products', file)).toEqual([
      [
        'packs catalogue.barcode_wrong',
        'barcode catalogue.barcode_wrong',
        'multiple imports.number_invalid',
        'state catalogue.state_unreachable',
      ],
    ])
  })

  it('a price with product, days and amount', async () => {
    const file = 'product,price,from,until\nNONE,x,2027-01-02,2027-01-01\nYX-01,,,\n'
    expect(await faultsIn('prices', file)).toEqual([
      [
        'product imports.reference_unknown',
        'price imports.amount_invalid',
        'until catalogue.price_malformed',
      ],
      ['breaks catalogue.price_malformed'],
    ])
  })

  it('a limit with cycle, product and quantity', async () => {
    const cycleId = await aCycle(world, 'weekly-1')
    const file = `cycle,product,grade,quantity\nfriday,NONE,18,x\n${cycleId},YX-01,,3\n`
    expect(await faultsIn('limits', file)).toEqual([
      ['cycle imports.cycle_unknown', 'product imports.reference_unknown', 'quantity imports.number_invalid'],
      ['grade imports.value_missing'],
    ])
  })

  it('a balance with customer and amount', async () => {
    expect(await faultsIn('balances', 'customer,balance\nNOBODY,x\n')).toEqual([
      ['customer imports.reference_unknown', 'balance imports.amount_invalid'],
    ])
  })

  it('a document with customer and lines', async () => {
    const head = 'document,customer,product,quantity,placed_at,price'
    const file = `${head}\n9,NOBODY,A,x,2026-01-02,1\n9,OTHER,A,1,2026-01-02,1\n`
    expect(await faultsIn('orders', file)).toEqual([
      ['quantity imports.number_invalid', 'customer imports.reference_unknown'],
      ['customer imports.document_uneven'],
    ])
  })
})

describe('a unit in a file of customers', () => {
  it('its last code or name is enough', async () => {
    await aCustomer(world, 'U-1', { unitPath: 'hq/53/5302', batch: 'weekly-1' })
    const file = 'code,name_zh,unit,batch\nU-1,店U-1,5302,weekly-1\nU-2,二,HQ/44,weekly-1\n'
    const { rows } = await runImport(world, 'customers', file)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['unchanged', 'new'])
    const found = await storedCustomer(world.table, customerIdOfCode('U-2'), { isStrong: true })
    expect(found?.customer.unitPath).toBe('hq/44')
  })

  it('an unknown one says where units are added', async () => {
    const { rows } = await previewImport(
      world,
      'customers',
      'code,name_zh,unit,batch\nU-3,三,5309,weekly-1\n',
    )
    expect(messagesOf(rows[0])).toBe(
      '“unit”写的“5309”不是现有的单位。请写单位的路径（例如 hq/53/5301）、最后一段代码或名称；要新建单位，请管理员在“公司”页建。',
    )
  })

  it('a row without a batch names the column', async () => {
    const { rows } = await previewImport(world, 'customers', 'code,name_zh\nU-4,四\n')
    expect(messagesOf(rows[0])).toContain('没有写“订货批次”')
    expect(messagesOf(rows[0])).toMatch(/“日历”里有的一个批次：周一批次（weekly-1）、.*等共 15 个。/)
    expect(messagesOf(rows[0])).not.toContain('daily')
  })
})

describe('a batch in a file of customers', () => {
  it('is named by what the calendar calls it', async () => {
    const file = 'code,name_zh,batch\nB-1,一,周二批次\nB-2,二,weekly-3\n'
    await runImport(world, 'customers', file)
    const batchOf = async (code: string) =>
      (await storedCustomer(world.table, customerIdOfCode(code), { isStrong: true }))?.account.batch
    expect([await batchOf('B-1'), await batchOf('B-2')]).toEqual(['weekly-2', 'weekly-3'])
  })

  it('an unknown one tells which there are', async () => {
    const { rows } = await previewImport(world, 'customers', 'code,name_zh,batch\nB-3,三,周九\n')
    expect(messagesOf(rows[0])).toMatch(/^订货日历里没有批次“周九”。.*周一批次（weekly-1）/)
  })
})
