import { beforeAll, describe, expect, it } from 'vitest'
import {
  everyProduct,
  getProduct,
  type ProductInput,
  planProduct,
  planProductRemoval,
  productIdOfCode,
  productOfBarcode,
  saveCategory,
  saveProduct,
} from '#catalogue'
import { eventsOf } from '#platform/events/event-store'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const unit = { zh: '条', en: 'carton' }
let world: FakeWorld
let call: Call
let cookie: string

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

function input(code: string, more: Partial<ProductInput> = {}): ProductInput {
  const name = { zh: `云霞${code}`, en: `Cloud ${code}` }
  const looks = { glyph: '云', colour: '#355487' }
  const counts = { unit, minimum: 1, multiple: 1, taxRate: 1300 }
  return { code, name, category: 'hard', brand: 'YX', ...counts, ...looks, ...more }
}

const save = (code: string, more?: Partial<ProductInput>) => saveProduct(world, tester, input(code, more))
const put = (code: string, body: object, version?: number) =>
  call(`/products/${code}`, {
    method: 'PUT',
    cookie,
    body: { name: { zh: '商品', en: 'Product' }, unit, ...body },
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })

describe('saving a product', () => {
  it('a person creates a product and changes it', async () => {
    const created = await put('R-1', { packs: [{ unit, contains: 50 }], state: 'on-sale' }, 0)
    expect(created.status, created.text).toBe(201)
    expect(created.body).toMatchObject({ code: 'R-1', state: 'on-sale', version: 1, pictures: [] })
    const changed = await put('R-1', { brand: 'B' }, 1)
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      brand: 'B',
      version: 2,
      state: 'on-sale',
      packs: [{ contains: 50 }],
    })
    expect(changed.headers.get('etag')).toBe('"2"')
    const read = await call('/products/R-1', { cookie })
    expect(read.text).toBe(changed.text)
  })

  it('two people never overwrite each other in silence', async () => {
    await put('R-2', {}, 0)
    expect((await put('R-2', { brand: 'first' }, 1)).status).toBe(200)
    const late = await put('R-2', { brand: 'second' }, 1)
    expect(late.body).toMatchObject({ status: 412, code: 'request.changed_meanwhile', facts: { current: 2 } })
    expect((await put('R-2', {}, 0)).status).toBe(412)
    expect((await put('R-2', {})).body).toMatchObject({ code: 'request.version_missing' })
    expect(await getProduct(world, 'R-2')).toMatchObject({ brand: 'first', version: 2 })
  })

  it.each([
    [{ packs: [{ unit, contains: 1 }] }, 'packs.0.contains'],
    [{ minimum: 0 }, 'minimum'],
    [{ taxRate: 12.5 }, 'taxRate'],
    [{ colour: 'red' }, 'colour'],
    [{ audience: { units: ['../hq'] } }, 'audience.units.0'],
    [{ name: { zh: '', en: 'x' } }, 'name.zh'],
  ])('the input %j is refused at %s', async (body, path) => {
    const answer = await put('R-bad', body, 0)
    expect(answer.body).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ path }] })
    await expect(getProduct(world, 'R-bad')).rejects.toThrow('catalogue.product_not_found')
  })

  it('staff below the root cannot change products', async () => {
    const person = await someStaff(world, [{ role: 'administrator', unitPath: 'hq/53' }])
    const answer = await call('/products/R-1', {
      method: 'PUT',
      cookie: await aSession(world, person),
      body: { name: { zh: '商', en: 'P' }, unit },
      headers: { 'if-match': '"2"' },
    })
    expect(answer.status).toBe(403)
  })

  it('a plan shows each field before anything is kept', async () => {
    await save('plan', { brand: 'old' })
    const plan = await planProduct(world, input('plan', { brand: 'new' }))
    expect(plan).toMatchObject({
      verdict: 'changed',
      change: { brand: { from: 'old', to: 'new' } },
      version: 2,
    })
    expect((await getProduct(world, 'plan')).brand).toBe('old')
    await plan.commit(tester)
    expect((await planProduct(world, input('plan', { brand: 'new' }))).verdict).toBe('unchanged')
  })

  it('nothing is kept that could not be read again', async () => {
    for (const wrong of [{ packs: [{ unit, contains: 1 }] }, { minimum: 0 }, { taxRate: 0.5 }])
      await expect(save('unreadable', wrong)).rejects.toThrow('request.invalid')
    await expect(getProduct(world, 'unreadable')).rejects.toThrow('catalogue.product_not_found')
  })

  it('an old product is read with what it lacks', async () => {
    const productId = productIdOfCode('old')
    const { packs: _p, pictures: _i, substitutes: _s, ...fields } = await aStored('old-like')
    const old = { ...fields, productId, code: 'old', k: 'product', s: 1 }
    await world.table.commit([{ put: { ...old, pk: 'PRD', sk: `P#${productId.slice(4)}` } }])
    expect(await getProduct(world, 'old')).toMatchObject({ packs: [], pictures: [], substitutes: [] })
  })

  it('many products get a verdict each', async () => {
    const name = { zh: '批', en: 'Batch' }
    const items = [
      { code: 'N-1', name, unit },
      { code: 'N-2', name, unit, barcode: '6291041500214' },
      { code: 'R-1', name, unit },
    ]
    const { body } = await call('/products/batch', { method: 'POST', cookie, body: { items } })
    expect(body.items).toMatchObject([
      { key: 'N-1', verdict: 'new' },
      { key: 'N-2', verdict: 'refused', code: 'catalogue.barcode_wrong', facts: { right: '3' } },
      { key: 'R-1', verdict: 'changed' },
    ])
  })
})

async function aStored(code: string) {
  await save(code)
  return getProduct(world, code)
}

describe('barcodes', () => {
  it('two products never carry the same barcode', async () => {
    await save('G-1', { barcode: '036000291452' })
    const [packed] = [{ unit, contains: 10, barcode: '0036000291452' }]
    await expect(save('G-2', { packs: [packed] })).rejects.toThrow('catalogue.barcode_taken')
    await expect(getProduct(world, 'G-2')).rejects.toThrow('catalogue.product_not_found')
    expect(await productOfBarcode(world.table, '00036000291452')).toBe(productIdOfCode('G-1'))
  })

  it('two savers at once leave one barcode owner', async () => {
    const codes = ['G-3', 'G-4', 'G-5']
    const tries = await Promise.allSettled(codes.map((code) => save(code, { barcode: '96385074' })))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const owner = await productOfBarcode(world.table, '96385074')
    const found: unknown[] = []
    for await (const { productId } of everyProduct(world, { text: '96385074' })) found.push(productId)
    expect(found).toEqual([owner])
  })

  it('a barcode given up is free for another', async () => {
    await save('G-6', { barcode: '4006381333931' })
    await save('G-6')
    await save('G-7', { barcode: '4006381333931' })
    expect(await productOfBarcode(world.table, '4006381333931')).toBe(productIdOfCode('G-7'))
  })

  it('malformed and repeated barcodes are refused', async () => {
    await expect(save('G-8', { barcode: '12345' })).rejects.toThrow('catalogue.barcode_malformed')
    const twice = { barcode: '6291041500213', packs: [{ unit, contains: 2, barcode: '06291041500213' }] }
    await expect(save('G-8', twice)).rejects.toThrow('catalogue.barcode_repeated')
  })
})

describe('the life of a product', () => {
  const step = (code: string, to: string, version: number) =>
    call(`/products/${code}/state`, {
      method: 'POST',
      cookie,
      body: { to },
      headers: { 'if-match': `"${version}"` },
    })

  it('a draft goes on sale, pauses and ends', async () => {
    await save('L-1')
    for (const [at, to] of ['on-sale', 'suspended', 'on-sale', 'ended', 'draft'].entries())
      expect((await step('L-1', to, at + 1)).body).toMatchObject({ state: to, version: at + 2 })
    const events = await eventsOf(world.table, { pk: 'PRD', sk: `P#${productIdOfCode('L-1').slice(4)}` })
    expect(events.map(({ type, change }) => [type, change.state])).toEqual([
      ['product.saved', { from: null, to: 'draft' }],
      ['product.state-changed', { from: 'draft', to: 'on-sale' }],
      ['product.state-changed', { from: 'on-sale', to: 'suspended' }],
      ['product.state-changed', { from: 'suspended', to: 'on-sale' }],
      ['product.state-changed', { from: 'on-sale', to: 'ended' }],
      ['product.state-changed', { from: 'ended', to: 'draft' }],
    ])
  })

  it('many take a step with a verdict each', async () => {
    for (const code of ['M-1', 'M-2', 'M-3']) await save(code)
    await step('M-2', 'on-sale', 1)
    const items = ['M-1', 'M-2', 'M-3', 'NONE'].map((product) => ({ product, version: 1 }))
    const body = { to: 'on-sale', items }
    const answer = await call('/products/states', { method: 'POST', cookie, body })
    expect(answer.body.items).toMatchObject([
      { key: 'M-1', verdict: 'changed' },
      { key: 'M-2', verdict: 'refused', code: 'request.changed_meanwhile' },
      { key: 'M-3', verdict: 'changed' },
      { key: 'NONE', verdict: 'refused', code: 'catalogue.product_not_found' },
    ])
  })

  it.each([
    ['draft', 'suspended'],
    ['draft', 'ended'],
    ['on-sale', 'draft'],
    ['ended', 'on-sale'],
    ['ended', 'suspended'],
  ] as const)('from %s to %s there is no step', async (from, to) => {
    await save(`L-${from}-${to}`, { state: from })
    expect((await step(`L-${from}-${to}`, to, 1)).body).toMatchObject({
      status: 409,
      code: 'catalogue.state_unreachable',
    })
    await expect(save(`L-${from}-${to}`, { state: to })).rejects.toThrow('catalogue.state_unreachable')
  })

  it('a product never published is taken away, another ended', async () => {
    await save('U-1', { barcode: '10614141000415' })
    const fresh = await getProduct(world, 'U-1')
    await (await planProductRemoval(world, fresh)).commit(tester)
    await expect(getProduct(world, 'U-1')).rejects.toThrow('catalogue.product_not_found')
    expect(await productOfBarcode(world.table, '10614141000415')).toBeUndefined()
    await someProducts(world, [{ code: 'U-2' }])
    await (await planProductRemoval(world, await getProduct(world, 'U-2'))).commit(tester)
    expect(await getProduct(world, 'U-2')).toMatchObject({ state: 'ended', version: 2 })
  })
})

describe('substitutes', () => {
  it('only other known products stand in', async () => {
    await save('S-1')
    await save('S-2', { substitutes: [productIdOfCode('S-1')] })
    expect((await getProduct(world, 'S-2')).substitutes).toEqual([productIdOfCode('S-1')])
    for (const codes of [['S-2'], ['S-1', 'S-1'], ['nowhere']]) {
      const substitutes = codes.map(productIdOfCode)
      await expect(save('S-2', { substitutes })).rejects.toThrow('catalogue.substitute_unknown')
    }
  })
})

describe('finding products', () => {
  beforeAll(async () => {
    await saveCategory(world, tester, { code: 'tobacco', name: { zh: '卷烟', en: 'Tobacco' } })
    await saveCategory(world, tester, { code: 'slim', name: { zh: '细支', en: 'Slim' }, parent: 'tobacco' })
    for (const at of [1, 2, 3])
      await save(`F-${at}`, { category: 'slim', name: { zh: `江南春${at}`, en: `Spring ${at}` } })
    await save('F-4', { category: 'tobacco', brand: 'JN' })
  })
  const codes = (body: Record<string, unknown>) =>
    (Array.isArray(body.items) ? body.items : []).map(({ code }) => code)

  it.each([
    ['text=jnc', ['F-1', 'F-2', 'F-3']],
    ['text=jiangnan', ['F-1', 'F-2', 'F-3']],
    ['text=spring%202', ['F-2']],
    ['category=tobacco', ['F-1', 'F-2', 'F-3', 'F-4']],
    ['category=slim', ['F-1', 'F-2', 'F-3']],
    ['brand=JN', ['F-4']],
    ['category=tobacco&state=on-sale', []],
  ])('%s finds %j', async (query, found) => {
    expect(codes((await call(`/products?${query}`, { cookie })).body)).toEqual(found)
  })

  it('pages follow each other without a gap', async () => {
    const first = await call('/products?category=tobacco&limit=3', { cookie })
    const rest = await call(`/products?category=tobacco&limit=3&cursor=${first.body.nextCursor}`, { cookie })
    expect([...codes(first.body), ...codes(rest.body)]).toEqual(['F-1', 'F-2', 'F-3', 'F-4'])
    expect(rest.body.nextCursor).toBeUndefined()
    const other = await call(`/products?category=slim&limit=3&cursor=${first.body.nextCursor}`, { cookie })
    expect(other.body).toMatchObject({ code: 'request.cursor_invalid' })
  })

  it('a category never lies below itself', async () => {
    const answer = await call('/categories/tobacco', {
      method: 'PUT',
      cookie,
      body: { name: { zh: '卷烟', en: 'Tobacco' }, parent: 'slim' },
      headers: { 'if-match': '"1"' },
    })
    expect(answer.body).toMatchObject({ status: 422, code: 'catalogue.category_unknown' })
    const { body } = await call('/categories', { cookie })
    expect(body.items).toMatchObject([{ path: ['tobacco'] }, { path: ['tobacco', 'slim'] }])
  })
})
