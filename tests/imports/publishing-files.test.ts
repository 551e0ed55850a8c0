import { beforeEach, describe, expect, it } from 'vitest'
import {
  publishCatalogue,
  publishedKey,
  publishedOffers,
  readPublished,
  savePrice,
  saveProduct,
} from '#catalogue'
import type { ProductId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import { onePrice } from '#shared/price-rules'
import { changeProductState } from '../../functions/catalogue/change-product-state.ts'
import { showChanges } from '../../functions/catalogue/show-changes.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { aCompany, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { applyImport, previewImport, runImport, step, undoImport } from './run-import.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let a: ProductId

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  ;[a = 'prd_'] = await someProducts(world, [{ code: 'A', price: 1000 }])
})

const aDraft = {
  code: 'C',
  name: { zh: '丙', en: 'C' },
  unit: { zh: '条', en: 'carton' },
  ...{ category: 'other', brand: '', minimum: 1, multiple: 1, glyph: '丙', colour: '#355487', taxRate: 1300 },
  state: 'on-sale',
} as const

const price = (productId: ProductId, minor: number, from?: `${number}-${number}-${number}`) =>
  savePrice(world, tester, { list: 'standard', productId, breaks: onePrice(minor), ...(from && { from }) })

async function offered(on = '2026-11-25' as const, priceList = 'standard') {
  const published = readPublished(await world.table.get(publishedKey, { isStrong: true }))
  const customer = { customerId: 'cus_0123456789ABCDEF', unitPath: 'hq', priceList } as const
  const offers = await publishedOffers(world, published, { customer, agreement: undefined, on })
  return offers.all().map(({ product, breaks }) => [product.code, product.name.zh, breaks[0]?.price])
}

describe('a file of products', () => {
  it('publishes its own products and nothing else', async () => {
    await price(a, 1)
    await saveProduct(world, tester, aDraft)
    await runImport(world, 'products', 'code,name_zh\nB,乙\n')
    await runImport(world, 'prices', 'product,price\nB,5.00\n')
    expect((await offered()).map(([code, , minor]) => [code, minor])).toEqual([
      ['A', 1000],
      ['B', 500],
    ])
    const { products, prices } = await showChanges(world)
    expect(products.map(({ code }) => code)).toEqual(['C'])
    expect(prices.map(({ code }) => code)).toEqual(['A'])
  })

  it('a recall meanwhile stays in force', async () => {
    await changeProductState(world, tester, { product: 'A', to: 'suspended' })
    await runImport(world, 'products', 'code,name_zh\nB,乙\n')
    await runImport(world, 'prices', 'product,price\nB,5.00\n')
    expect((await offered()).map(([code]) => code)).toEqual(['B'])
  })

  it('a product back on sale by a file is offered', async () => {
    await changeProductState(world, tester, { product: 'A', to: 'suspended' })
    await runImport(world, 'products', 'code,name_zh,state\nA,甲,on-sale\n')
    expect(await offered()).toEqual([['A', '甲', 1000]])
  })

  it('taken back its products are gone, drafts stay drafts', async () => {
    const { cookie, importId } = await runImport(world, 'products', 'code,name_zh\nA,甲\nB,乙\n')
    await price(a, 1)
    await undoImport(world, cookie, importId)
    expect((await offered()).map(([code, , minor]) => [code, minor])).toEqual([['A', 1000]])
  })
})

describe('a file of prices', () => {
  it('publishes its own rows and leaves drafts alone', async () => {
    const [b = 'prd_'] = await someProducts(world, [{ code: 'B', price: 800 }])
    await price(a, 1)
    await price(b, 2, '2026-12-01')
    await runImport(world, 'prices', 'product,price\nB,9.00\n')
    expect((await offered()).map(([code, , minor]) => [code, minor])).toEqual([
      ['A', 1000],
      ['B', 900],
    ])
    const { prices } = await showChanges(world)
    expect(prices.map(({ code, to }) => [code, to.length])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
  })

  it('a list that nobody knew is in force too', async () => {
    await runImport(world, 'prices', 'product,price,list\nA,7.00,large\n')
    expect((await offered('2026-11-25', 'large')).map(([, , minor]) => minor)).toEqual([700])
  })

  it('taken back the price from before is in force', async () => {
    const { cookie, importId } = await runImport(
      world,
      'prices',
      'product,price,from\nA,7.00,\nA,6.00,2026-11-20\n',
    )
    expect((await offered()).map(([, , minor]) => minor)).toEqual([600])
    await undoImport(world, cookie, importId)
    expect((await offered()).map(([, , minor]) => minor)).toEqual([1000])
  })
})

describe('what a colleague has changed and not published', () => {
  const titled = (name: string) =>
    saveProduct(world, tester, { ...aDraft, code: 'A', name: { zh: name, en: 'A' } })
  const refusalsOf = (rows: RowVerdict[]) =>
    rows.flatMap(({ problems = [] }) => problems.map(({ code }) => code))

  it('keeps a file off that product until published', async () => {
    await titled('改了')
    const first = await runImport(world, 'products', 'code,name_zh,brand\nA,甲,新\nB,乙,新\n')
    expect(refusalsOf(first.rows)).toEqual(['imports.draft_open'])
    expect(first.rows[0]?.problems?.[0]?.message).toContain('另一个系统 改过')
    expect((await offered()).map(([, name]) => name)).toEqual(['商品A'])
    await publishCatalogue(world, tester, [])
    const second = await runImport(world, 'products', 'code,name_zh,brand\nA,甲,新\n')
    expect(refusalsOf(second.rows)).toEqual([])
    expect(await offered()).toMatchObject([['A', '甲', 1000]])
  })

  it('keeps a file off that price, so undo publishes none', async () => {
    await price(a, 1)
    const { rows, cookie, importId } = await runImport(
      world,
      'prices',
      'product,price,from\nA,7.00,\nA,6.00,2026-12-01\n',
    )
    expect(refusalsOf(rows)).toEqual(['imports.draft_open'])
    await undoImport(world, cookie, importId)
    expect((await offered()).map(([, , minor]) => minor)).toEqual([1000])
    expect((await showChanges(world)).prices).toMatchObject([{ code: 'A', to: [{ breaks: [{ price: 1 }] }] }])
  })

  it('a row that says the same changes nothing', async () => {
    await price(a, 700)
    const { rows } = await runImport(world, 'prices', 'product,price\nA,7.00\n')
    expect(rows).toMatchObject([{ verdict: 'unchanged' }])
  })

  it('a change while the file is previewed is seen', async () => {
    const { importId, cookie } = await previewImport(world, 'prices', 'product,price\nA,7.00\n')
    await price(a, 1)
    const { rows } = await applyImport(world, cookie, importId)
    expect(rows).toMatchObject([{ verdict: 'refused' }])
    expect((await offered()).map(([, , minor]) => minor)).toEqual([1000])
  })

  it('an import begun again after a failure goes on', async () => {
    const { importId, cookie } = await previewImport(world, 'prices', 'product,price\nA,7.00\n')
    await step(world, cookie, importId, 'confirmation')
    const { commit } = world.table
    world.table.commit = async (writes, proof) => {
      if (writes.some((write) => 'put' in write && write.put.k === 'catalogue-published'))
        throw new Error('the database is away')
      return commit(writes, proof)
    }
    for (let round = 0; round < 6; round++) {
      await runDue(world)
      world.pass(31)
    }
    world.table.commit = commit
    await deliverDue(world)
    const { rows, job } = await applyImport(world, cookie, importId)
    expect([job.state, rows]).toMatchObject(['applied', [{ verdict: 'changed' }]])
    expect((await offered()).map(([, , minor]) => minor)).toEqual([700])
  })
})
