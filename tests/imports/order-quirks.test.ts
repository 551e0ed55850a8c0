import { beforeAll, describe, expect, it } from 'vitest'
import { customerIdOfCode } from '#accounts'
import { productIdOfCode, publishedKey, publishedProducts, readPublished, storedProduct } from '#catalogue'
import { getOrder } from '../../functions/orders/get-order.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { aCompany, aCustomer, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { previewImport, runImport, undoImport } from './run-import.ts'

const HEADING = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID'
const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world, { preset: 'traded', currency: 'GBP', timeZone: 'Europe/London' })
  for (const code of ['100', '200', '300', '400', '500', '600']) await aCustomer(world, code)
  await someProducts(world, [{ code: 'P-1' }, { code: '85123A' }, { code: '85123a' }])
})

const take = (...lines: string[]) => runImport(world, 'orders', [HEADING, ...lines].join('\n'))

async function ordersOf(code: string) {
  const page = await listOrders(world, 'tests', { customerId: customerIdOfCode(code), limit: 50 })
  return page.items.map(({ source, state, total, number, lineCount, placedAt }) => ({
    source,
    state,
    total,
    number,
    lineCount,
    placedAt,
  }))
}

describe('documents of history as what they are', () => {
  it('cancellations and corrections keep their signs', async () => {
    const { job } = await take(
      '1,P-1,x,10,2010-12-01T08:26:00,2.55,100',
      'C2,P-1,x,-3,2010-12-01T08:26:00,2.55,100',
      'A3,B,Adjust bad debt,1,2011-08-12 14:50,-11062.06,100',
      '4,P-1,x,-2,2010/7/1 8:05,2.55,100',
      '5,P-1,x,4,2010-12-01T08:26:00,0,100',
    )
    expect(job.verdicts).toEqual({ new: 5 })
    expect((await ordersOf('100')).reverse()).toMatchObject([
      { source: '1', state: 'confirmed', total: 2550, placedAt: '2010-12-01T08:26:00.000Z' },
      { source: 'C2', state: 'cancellation', total: -765 },
      { source: 'A3', state: 'correction', total: -1_106_206, placedAt: '2011-08-12T13:50:00.000Z' },
      { source: '4', state: 'confirmed', total: -510, placedAt: '2010-07-01T07:05:00.000Z' },
      { source: '5', state: 'confirmed', total: 0 },
    ])
  })

  it('thousandths, repeated lines and case are kept', async () => {
    await take(
      '10,P-1,x,3,2010-12-01 08:00,0.125,200',
      '10,P-1,x,3,2010-12-01 08:00,0.125,200',
      '10,P-1,x,1,2010-12-01 08:00,0.125,200',
      '10,85123A,upper,1,2010-12-01 08:00,1,200',
      '10,85123a,lower,1,2010-12-01 08:00,2,200',
    )
    const [order] = (await listOrders(world, 't', { customerId: customerIdOfCode('200'), limit: 1 })).items
    if (!order) throw new Error('No order')
    const { lines, total } = await getOrder(world, tester, order.orderId)
    expect(lines.map(({ price, amount }) => [price, amount])).toEqual([
      [12.5, 38],
      [12.5, 38],
      [12.5, 13],
      [100, 100],
      [200, 200],
    ])
    expect(total).toBe(389)
    expect(lines[3]?.productId).not.toBe(lines[4]?.productId)
  })

  it('what the catalogue lacks becomes an ended product', async () => {
    const { rows } = await take(
      '20,POST,Frais d’expédition 邮费,1,2010-12-01 08:00,18,300',
      '20,POST,,1,2010-12-01 08:00,18,300',
    )
    expect(rows[0]?.notes).toMatchObject([{ code: 'imports.product_created', message: /POST/ }])
    const product = await storedProduct(world.table, productIdOfCode('POST'))
    expect(product).toMatchObject({ state: 'ended', name: { zh: 'Frais d’expédition 邮费' } })
    const published = await publishedProducts(world, readPublished(await world.table.get(publishedKey)))
    expect(published.has(productIdOfCode('POST'))).toBe(false)
    const [order] = (await listOrders(world, 't', { customerId: customerIdOfCode('300'), limit: 1 })).items
    if (!order) throw new Error('No order')
    expect(Object.values((await getOrder(world, tester, order.orderId)).products)).toMatchObject([
      { code: 'POST' },
    ])
  })

  it('the first of two times counts and is noted', async () => {
    const { rows } = await take('30,P-1,x,1,2010-12-01 08:00,1,400', '30,P-1,x,1,2010-12-01 08:01,1,400')
    expect(rows[0]?.notes).toMatchObject([{ code: 'imports.moment_ignored' }])
    expect((await ordersOf('400'))[0]).toMatchObject({ placedAt: '2010-12-01T08:00:00.000Z', lineCount: 2 })
  })

  it('numbers go on from the customer without gaps', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `N${at},P-1,x,1,2010-12-01 08:00,1,500`)
    expect((await take(...lines)).job.verdicts).toEqual({ new: 30 })
    expect((await take(...lines, 'N30,P-1,x,1,2010-12-01 08:00,1,500')).job.verdicts).toEqual({
      unchanged: 30,
      new: 1,
    })
    const numbers = (await ordersOf('500')).map(({ number }) => Number(/-(\d+)/.exec(number)?.[1]))
    expect(numbers).toEqual(Array.from({ length: 31 }, (_, at) => 31 - at))
  })
})

describe('documents that stay out', () => {
  it.each([
    ['a blank customer', ['40,P-1,x,1,2010-12-01 08:00,1,'], 'imports.value_missing'],
    ['an unknown customer', ['40,P-1,x,1,2010-12-01 08:00,1,999'], 'imports.reference_unknown'],
    ['a time that is none', ['40,P-1,x,1,12/1/2010 8:26,1,100'], 'imports.moment_invalid'],
    ['a part of a piece', ['40,P-1,x,1.5,2010-12-01 08:00,1,100'], 'imports.number_invalid'],
    ['a price in ten-thousandths', ['40,P-1,x,1,2010-12-01 08:00,1.2345,100'], 'imports.amount_invalid'],
  ])('%s is refused and says why', async (_, lines, code) => {
    const { rows } = await previewImport(world, 'orders', [HEADING, ...lines].join('\n'))
    expect(rows).toMatchObject([{ verdict: 'refused', key: '40', problems: [{ code }] }])
  })

  it('one faulty line keeps its document out', async () => {
    const { rows } = await take(
      '50,P-1,x,1,2010-12-01 08:00,1,100',
      '50,P-1,x,,2010-12-01 08:00,1,100',
      '51,P-1,x,1,2010-12-01 08:00,1,100',
      '52,P-1,x,1,2010-12-01 08:00,1,100',
      '52,P-1,x,1,2010-12-01 08:00,1,200',
    )
    expect(rows.map(({ verdict, problems }) => [verdict, problems?.[0]?.code])).toEqual([
      ['refused', 'imports.document_refused'],
      ['refused', 'imports.value_missing'],
      ['new', undefined],
      ['refused', 'imports.document_refused'],
      ['refused', 'imports.document_uneven'],
    ])
    expect(rows[0]?.problems?.[0]?.message).toContain('第 3 行')
  })

  it('a document that goes on later is refused', async () => {
    const { rows } = await previewImport(
      world,
      'orders',
      [
        HEADING,
        '60,P-1,x,1,2010-12-01 08:00,1,100',
        '61,P-1,x,1,2010-12-01 08:00,1,100',
        '60,P-1,x,1,2010-12-01 08:00,1,100',
      ].join('\n'),
    )
    expect(rows[2]).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'imports.document_split', facts: { key: '60', firstRow: 2 } }],
    })
  })

  it('a number that said something else is refused', async () => {
    await take('70,P-1,x,1,2010-12-01 08:00,1,100')
    for (const other of ['70,P-1,x,2,2010-12-01 08:00,1,100', '70,P-1,x,1,2010-12-01 08:00,1,200']) {
      const { rows } = await take(other)
      expect(rows).toMatchObject([{ verdict: 'refused', problems: [{ code: 'orders.document_differs' }] }])
    }
  })

  it('history goes back as it came', async () => {
    const { importId, cookie } = await take(
      '80,P-1,x,1,2010-12-01 08:00,1,600',
      '80,P-1,x,1,2010-12-01 08:00,1,600',
      'C81,P-1,x,-1,2010-12-01 08:00,1,600',
    )
    expect(await ordersOf('600')).toHaveLength(2)
    const { undone } = await undoImport(world, cookie, importId)
    expect(undone).toMatchObject({ state: 'undone', verdicts: { undone: 3 } })
    expect(await ordersOf('600')).toEqual([])
    expect((await take('80,P-1,x,1,2010-12-01 08:00,1,600')).job.verdicts).toEqual({ new: 1 })
    expect((await ordersOf('600'))[0]?.number).toMatch(/-3[A-Z]$/)
  })
})
