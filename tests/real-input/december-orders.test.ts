import { stringify } from 'csv-stringify/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { productIdOfCode } from '#catalogue'
import { membersOfCustomer } from '#identity'
import { derivedId } from '#platform/new-id'
import type { CustomerId, CycleId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import { tokenOf, trustedTokens } from '../access/trusted-tokens.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCycle, aSession } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { importAs } from './import-as.ts'
import { hasOnlineRetail, isGoods, type LineRow, penceOf, readCatalogue, readLines } from './online-retail.ts'

const why = hasOnlineRetail ? '' : ' (skipped: the folder shared/data is not here)'

describe.skipIf(!hasOnlineRetail)(`a wholesaler of 2010 orders through the portal${why}`, () => {
  let world: FakeWorld
  let call: Call
  let cycleId: CycleId
  const machine = () => ({ authorization: `Bearer ${tokenOf('master-data.write')}` })

  beforeAll(async () => {
    world = await trustedTokens(await aWorld())
    await aCompany(world, {
      preset: 'traded',
      currency: 'GBP',
      timeZone: 'Europe/London',
      oneOrderACycle: false,
    })
    call = apiOf(world)
    cycleId = await aCycle(world)
  })

  const importFile = (kind: ImportKind, rows: object[]) =>
    importAs(world, machine(), kind, stringify(rows, { header: true, bom: true }))

  it('all 3,811 products and their prices are imported', async () => {
    const catalogue = readCatalogue()
    const products = catalogue.map((row) => ({
      code: row.StockCode,
      name_zh: row.Description_modal || row.StockCode,
    }))
    expect(await importFile('products', products)).toMatchObject({
      state: 'applied',
      done: 3811,
      verdicts: { new: 3811 },
    })
    const prices = catalogue.map((row) => ({ product: row.StockCode, price: row.PriceMedian }))
    expect(await importFile('prices', prices)).toMatchObject({
      state: 'applied',
      done: 3811,
      verdicts: { new: 3811 },
    })
  })

  it('all 920 customers and their buyers are imported', async () => {
    const countries = new Map(readLines().map((line) => [line.CustomerID, line.Country]))
    const customers = [...countries].map(([code, country]) => ({
      code,
      number: code,
      name_zh: `Customer ${code}`,
      kind: 'distributor',
      address: country,
      owner_name: `Buyer ${code}`,
      owner_phone: `+4470000${code}`,
    }))
    expect(await importFile('customers', customers)).toMatchObject({
      state: 'applied',
      done: 920,
      verdicts: { new: 920 },
    })
  })

  it('every order of December 2010 has its exact total', async () => {
    const prices = new Map(readCatalogue().map((row) => [row.StockCode, penceOf(row.PriceMedian)]))
    const december = readLines().filter(
      (line) => line.InvoiceDate.startsWith('2010-12') && !line.InvoiceNo.startsWith('C'),
    )
    const known = december.filter((line) => isGoods(line) && prices.has(line.StockCode) && line.Quantity > 0)
    const invoices = Map.groupBy(known, (line) => line.InvoiceNo)
    let [checked, pence] = [0, 0n]
    for (const [invoice, lines] of invoices) {
      const customerId: CustomerId = derivedId('customer', lines[0]?.CustomerID ?? '')
      const [owner] = await membersOfCustomer(world.table, customerId)
      const cookie = await aSession(world, owner?.personId ?? 'per_none', customerId)
      const quantities = summed(lines)
      const body = {
        customerId,
        cycleId,
        lines: [...quantities].map(([code, quantity]) => ({ productId: productIdOfCode(code), quantity })),
      }
      const answer = await call('/orders', {
        method: 'POST',
        cookie,
        headers: { 'idempotency-key': invoice },
        body,
      })
      expect(answer.status, answer.text.slice(0, 500)).toBe(201)
      const expected = [...quantities].reduce(
        (sum, [code, quantity]) => sum + (prices.get(code) ?? 0n) * BigInt(quantity),
        0n,
      )
      expect(BigInt(Number(answer.body.total)), invoice).toBe(expected)
      expect(answer.body.currency).toBe('GBP')
      checked += 1
      pence += expected
    }
    console.log(`${checked} orders of December 2010, ${pence} pence`)
    expect(checked).toBeGreaterThan(270)
  })
})

/** Repeated products of one invoice are one line: a product stands once in an order. */
function summed(lines: readonly LineRow[]): Map<string, number> {
  const quantities = new Map<string, number>()
  for (const { StockCode, Quantity } of lines)
    quantities.set(StockCode, (quantities.get(StockCode) ?? 0) + Quantity)
  return quantities
}
