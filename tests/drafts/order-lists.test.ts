import { beforeAll, describe, expect, it } from 'vitest'
import { FAVOURITES, MOST_LISTS } from '#shared/drafts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let path: string

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 3)
  call = apiOf(world)
  path = `/customers/${shop.customerId}/order-lists`
})

const lines = (quantity = 2) => [{ productId: shop.products[0], quantity, note: '要新的' }]
const create = (name: string, key?: string) =>
  call(path, {
    method: 'POST',
    cookie: shop.cookie,
    body: { name, lines: lines() },
    ...(key && { headers: { 'idempotency-key': key } }),
  })
const save = (listId: unknown, version: number, body: object, cookie = shop.cookie) =>
  call(`${path}/${listId}`, { method: 'PUT', cookie, headers: { 'if-match': `"${version}"` }, body })

describe('the lists of a shop', () => {
  it('a list is made once and kept whole', async () => {
    const made = await create('夏天', 'once')
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ name: '夏天', version: 1, lines: lines() })
    expect((await create('夏天', 'once')).body).toEqual(made.body)
    expect((await create('冬天', 'once')).body).toMatchObject({ code: 'request.key_reused' })
    const { body } = await call(path, { cookie: shop.cookie })
    expect(body.items).toEqual([made.body])
  })

  it('a list is renamed by whoever saw it last', async () => {
    const { body } = await create('旧名')
    const renamed = await save(body.listId, 1, { name: '新名', lines: lines(5) })
    expect(renamed.body).toMatchObject({ name: '新名', version: 2, lines: [{ quantity: 5 }] })
    const late = await save(body.listId, 1, { name: '别名', lines: [] })
    expect(late.body).toMatchObject({ status: 412, facts: { current: 2 } })
    const absent = await save('lst_0123456789ABCDEF', 0, { name: '无', lines: [] })
    expect(absent.body).toMatchObject({ code: 'orders.list_not_found' })
  })

  it('a list that is deleted is gone', async () => {
    const { body } = await create('不要了')
    const gone = await call(`${path}/${body.listId}`, {
      method: 'DELETE',
      cookie: shop.cookie,
      headers: { 'if-match': '"1"' },
    })
    expect(gone.status).toBe(204)
    const { body: left } = await call(path, { cookie: shop.cookie })
    expect(JSON.stringify(left)).not.toContain('不要了')
  })

  it('favourites are there from the first star on', async () => {
    const starred = await save(FAVOURITES, 0, { name: '收藏', lines: lines(0) })
    expect(starred.body).toMatchObject({ listId: FAVOURITES, version: 1 })
    const { body } = await call(path, { cookie: shop.cookie })
    expect(body.items).toMatchObject([{ listId: FAVOURITES }, {}, {}])
  })

  it('who may only look sees lists and changes none', async () => {
    const looker = await aSession(world, await aMember(world, shop.customerId, 'read-only'), shop.customerId)
    expect((await call(path, { cookie: looker })).status).toBe(200)
    expect((await save(FAVOURITES, 1, { name: '收藏', lines: [] }, looker)).status).toBe(403)
  })

  it('there is an end to how many', async () => {
    const made = await Promise.all(Array.from({ length: MOST_LISTS - 3 }, (_, at) => create(`第${at}个`)))
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    expect((await create('再一个')).body).toMatchObject({
      status: 422,
      code: 'orders.too_many_lists',
      facts: { most: MOST_LISTS },
    })
  })
})
