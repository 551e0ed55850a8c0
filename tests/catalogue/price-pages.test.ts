import { beforeAll, describe, expect, it } from 'vitest'
import { onePrice } from '#shared/price-rules'
import type { Price } from '#shared/prices'
import { pageOfPrices } from '../../functions/catalogue/list-prices.ts'
import { savePriceList } from '../../functions/catalogue/save-list.ts'
import { savePrice } from '../../functions/catalogue/save-price.ts'
import { productIdOfCode } from '../../functions/catalogue/save-product.ts'
import { runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import { aCompany, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const PRODUCTS = 240
let world: FakeWorld

const codeOf = (at: number) => `P-${String(at).padStart(4, '0')}`

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  await someProducts(
    world,
    Array.from({ length: PRODUCTS }, (_, at) => ({ code: codeOf(at), name: nameOf(at) })),
  )
  await savePriceList(world, tester, { list: 'few', name: { zh: '少', en: 'Few' }, level: 'class' })
  for (const at of [230, 3, 120])
    await savePrice(world, tester, {
      list: 'few',
      productId: productIdOfCode(codeOf(at)),
      breaks: onePrice(5),
    })
  for (const from of ['2026-12-01', '2026-06-01'] as const)
    await savePrice(world, tester, {
      list: 'few',
      productId: productIdOfCode(codeOf(3)),
      from,
      breaks: onePrice(6),
    })
})

function nameOf(at: number) {
  const kind = at % 2 === 0 ? '软' : '硬'
  return { zh: `${kind}云${at}`, en: `Cloud ${at}` }
}

async function allPages(asked: Omit<Parameters<typeof pageOfPrices>[2], 'cursor'>): Promise<Price[][]> {
  const pages: Price[][] = []
  let cursor: string | undefined
  do {
    const page = await pageOfPrices(world, 'tester', { ...asked, cursor })
    pages.push(page.items)
    cursor = page.nextCursor
  } while (cursor)
  return pages
}

const rowsOf = (pages: Price[][]) => pages.flat().map(({ code, from = '' }) => `${code} ${from}`.trim())

describe('the prices of a list by pages', () => {
  it('hold each row once, by code', async () => {
    const pages = await allPages({ list: 'standard', limit: 50 })
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, 40])
    expect(rowsOf(pages)).toEqual(Array.from({ length: PRODUCTS }, (_, at) => codeOf(at)))
    expect(pages[0]?.[1]).toMatchObject({ name: { zh: '硬云1' }, breaks: [{ atLeast: 1, price: 1000 }] })
  })

  it('cost what a page holds, however long the list', async () => {
    const costOf = async (list: string, limit: number) => {
      const table = world.table.metered()
      await pageOfPrices({ ...world, table }, 'tester', { list, limit })
      return table.spent
    }
    const [long, short] = [await costOf('standard', 20), await costOf('few', 20)]
    console.log('a page of 20 prices of 240', long)
    expect(long.roundTrips).toBeLessThanOrEqual(4)
    expect(long.readUnits).toBeLessThanOrEqual(40)
    expect(short.roundTrips).toBe(long.roundTrips)
  })

  it('a product with several days stays in their order', async () => {
    const first = 'P-0003'
    const expected = [first, `${first} 2026-06-01`, `${first} 2026-12-01`, 'P-0120', 'P-0230']
    for (const limit of [1, 2, 3, 100])
      expect(rowsOf(await allPages({ list: 'few', limit }))).toEqual(expected)
  })

  it('a day leaves what holds on it', async () => {
    const pages = await allPages({ list: 'few', limit: 1, asOf: '2026-07-01' })
    expect(rowsOf(pages)).toEqual(['P-0003', 'P-0003 2026-06-01', 'P-0120', 'P-0230'])
  })

  it('a text narrows them, to the last page', async () => {
    const hard = rowsOf(await allPages({ list: 'standard', limit: 50, text: '硬云' }))
    expect(hard).toEqual(Array.from({ length: PRODUCTS / 2 }, (_, at) => codeOf(2 * at + 1)))
    for (const limit of [1, 2, 100])
      expect(rowsOf(await allPages({ list: 'few', limit, text: '硬云' }))).toEqual([
        'P-0003',
        'P-0003 2026-06-01',
        'P-0003 2026-12-01',
      ])
  })

  it('rows of before get their places once', async () => {
    const old = { list: 'few', productId: productIdOfCode(codeOf(50)), version: 1, k: 'price', s: 2 }
    const key = { pk: 'PL#few', sk: `P#${productIdOfCode(codeOf(50)).slice(4)}` }
    await world.table.commit([{ put: { ...old, breaks: onePrice(9), ...key } }])
    await startUpkeepOf(world)
    await runDue(world)
    expect(rowsOf(await allPages({ list: 'few', limit: 100 }))).toContain('P-0050')
    expect(await world.table.get(key)).toMatchObject({ version: 1, code: 'P-0050' })
  })
})
