import { stringify } from 'csv-stringify/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { derivedId } from '#platform/new-id'
import type { OrderHead } from '#shared/orders'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { tokenOf, trustedTokens } from '../access/trusted-tokens.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { importAs } from './import-as.ts'
import { hasOnlineRetail, linesFile, penceOf, readCatalogue, readLines, readTotals } from './online-retail.ts'

const why = hasOnlineRetail ? '' : ' (skipped: the folder shared/data is not here)'
const CANCELLED = 'C'

describe.skipIf(!hasOnlineRetail)(`a year of a wholesaler as history${why}`, () => {
  let world: FakeWorld
  const machine = () => ({ authorization: `Bearer ${tokenOf('master-data.write')}` })

  beforeAll(async () => {
    world = await trustedTokens(await aWorld())
    await aCompany(world, { preset: 'traded', currency: 'GBP', timeZone: 'Europe/London' })
    const products = readCatalogue().map(({ StockCode, Description_modal }) => ({
      code: StockCode,
      name: Description_modal || StockCode,
    }))
    const codes = new Set(readLines().map(({ CustomerID }) => CustomerID))
    const customers = [...codes].map((code) => ({ code, number: code, name_zh: `Customer ${code}` }))
    const csv = (rows: object[]) => stringify(rows, { header: true })
    expect(await importAs(world, machine(), 'products', csv(products))).toMatchObject({
      verdicts: { new: 3811 },
    })
    expect(await importAs(world, machine(), 'customers', csv(customers))).toMatchObject({
      verdicts: { new: 920 },
    })
  })

  async function ordersOf(code: string): Promise<OrderHead[]> {
    const customerId = derivedId('customer', code)
    const orders: OrderHead[] = []
    let cursor: string | undefined
    do {
      const page = await listOrders(world, 'tests', { customerId, limit: 100, cursor })
      orders.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    return orders
  }

  it('80,000 lines of 4,264 invoices come in as they are', async () => {
    const began = performance.now()
    const [before, samples] = [process.memoryUsage().heapUsed, [0]]
    const watch = setInterval(() => samples.push(process.memoryUsage().heapUsed - before), 200)
    const imported = await importAs(world, machine(), 'orders', linesFile())
    clearInterval(watch)
    const seconds = Math.round((performance.now() - began) / 1000)
    const most = Math.round(Math.max(...samples) / 1_000_000)
    console.log(`80,000 lines previewed and applied in ${seconds} s, heap at most ${most} MB above its start`)
    expect(imported).toMatchObject({ state: 'applied', done: 80_000, verdicts: { new: 80_000 } })
    expect(imported.verdicts.refused).toBeUndefined()
  })

  it('every invoice has its exact total', async () => {
    const codes = new Set(readLines().map(({ CustomerID }) => CustomerID))
    const stored = new Map<string, OrderHead>()
    for (const code of codes) for (const order of await ordersOf(code)) stored.set(order.source ?? '', order)
    const totals = readTotals()
    expect(stored.size).toBe(totals.length)
    const wrong = totals.filter(({ InvoiceNo, ExactTotal, Lines }) => {
      const order = stored.get(InvoiceNo)
      const state = InvoiceNo.startsWith(CANCELLED) ? 'cancellation' : 'confirmed'
      return (
        order?.total !== Number(signedPence(ExactTotal)) || order.lineCount !== Lines || order.state !== state
      )
    })
    expect(wrong).toEqual([])
    const sumOf = (orders: OrderHead[]) => orders.reduce((sum, { total }) => sum + total, 0)
    expect(sumOf([...stored.values()])).toBe(141_933_688)
    const cancelled = [...stored.values()].filter(({ state }) => state === 'cancellation')
    expect([cancelled.length, sumOf(cancelled)]).toEqual([717, -7_410_887])
  })

  it('the same file again changes nothing', async () => {
    const first = new TextDecoder().decode(linesFile()).split('\n').slice(0, 2001).join('\n')
    const invoices = new Set(first.split('\n').map((line) => line.split(',')[0]))
    const lastInvoice = [...invoices].at(-1)
    const whole = first.split('\n').filter((line) => !line.startsWith(`${lastInvoice},`))
    const again = await importAs(world, machine(), 'orders', whole.join('\n'))
    expect(z.record(z.string(), z.number()).parse(again.verdicts)).toEqual({ unchanged: whole.length - 1 })
  })
})

function signedPence(total: string): bigint {
  return total.startsWith('-') ? -penceOf(total.slice(1)) : penceOf(total)
}
