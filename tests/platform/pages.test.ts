import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { accessPatterns, indexKeyOf, keyOf } from '#platform/storage/access-pattern'
import type { Item } from '#platform/storage/item-kind'
import { pageThrough } from '#platform/storage/page-through'
import { queryShards } from '#platform/storage/sharded-query'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const patterns = accessPatterns('tests', {
  leaf: { question: 'Which leaves has a tree?', read: 'query', pk: 'TREE#{tree}', sk: 'L#{leaf}' },
  fallen: {
    question: 'Which leaves fell, by day?',
    read: 'query',
    index: 'gsi1',
    pk: 'FALLEN#{shard}',
    sk: '{day}#{leaf}',
  },
})
const shards = ['0', '1', '2'] as const
const trees = ['ash', 'bare', 'elm', 'oak'] as const
const leavesOf = { ash: 7, bare: 0, elm: 12, oak: 4 }
const SECRET = 'a secret of the tests alone'
let world: FakeWorld
let inOrder: string[]

beforeAll(async () => {
  world = await aWorld()
  const leaves = trees.flatMap((tree) =>
    Array.from({ length: leavesOf[tree] }, (_, at) => ({ tree, leaf: String(at).padStart(3, '0') })),
  )
  for (const [at, { tree, leaf }] of leaves.entries()) {
    const parts = {
      shard: shards[(at * at) % 3] ?? '0',
      day: String((at * 7) % 23).padStart(2, '0'),
      leaf: `${tree}${leaf}`,
    }
    const item = { ...indexKeyOf(patterns.fallen, parts), card: { leaf: parts.leaf } }
    await world.table.commit([{ put: { ...item, ...keyOf(patterns.leaf, { tree, leaf }) } }])
  }
  inOrder = leaves.map(({ tree, leaf }) => `${tree}${leaf}`)
})

describe('pages over shards', () => {
  it('any page size yields every item once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const seen: string[] = []
        let last: Item | undefined
        do {
          const page = await queryShards(
            world.table,
            patterns.fallen,
            shards.map((shard) => ({ shard })),
            limit,
            last,
          )
          expect(page.items.length).toBeLessThanOrEqual(limit)
          seen.push(...page.items.map((item) => String(item.gsi1sk)))
          last = page.last
        } while (last)
        expect(seen).toEqual([...seen].sort())
        expect(seen.map((key) => key.slice(3)).sort()).toEqual([...inOrder].sort())
      }),
      { numRuns: 12 },
    )
  })

  it('the last page knows that it is the last', async () => {
    const parts = shards.map((shard) => ({ shard }))
    const whole = await queryShards(world.table, patterns.fallen, parts, 100)
    expect(whole.items).toHaveLength(23)
    expect(whole.last).toBeUndefined()
  })
})

describe('pages over places', () => {
  const pageOf = (limit: number, cursor?: string, question = 'leaves') =>
    pageThrough(trees, { question, secret: SECRET, limit, cursor }, async (tree, most, after) => {
      const { items, last } = await world.table.query(patterns.leaf, { tree }, { limit: most, after })
      return { found: items.map((item) => `${tree}${String(item.sk).slice(2)}`), last }
    })

  it('any page size yields every item once, place by place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (limit) => {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await pageOf(limit, cursor)
          expect(page.items.length).toBeLessThanOrEqual(limit)
          seen.push(...page.items)
          cursor = page.nextCursor
        } while (cursor)
        expect(seen).toEqual(inOrder)
      }),
      { numRuns: 12 },
    )
  })

  it('a narrow question reads on to what fits', async () => {
    const sizes: number[] = []
    const oaks = (limit: number, cursor?: string) =>
      pageThrough(
        [0],
        { question: 'oak', secret: SECRET, limit, cursor, isNarrow: true },
        async (_, most, after) => {
          sizes.push(most)
          const from = Number(after?.from ?? 0)
          const found = inOrder.slice(from, from + most).filter((leaf) => leaf.startsWith('oak'))
          return { found, ...(from + most < inOrder.length && { last: { from: from + most } }) }
        },
      )
    // The nineteen before are passed over at once; what is more than a page is read anew.
    expect(await oaks(4)).toEqual({ items: ['oak000', 'oak001', 'oak002', 'oak003'] })
    expect(sizes).toEqual([4, 400])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await oaks(2, cursor)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual(['oak000', 'oak001', 'oak002', 'oak003'])
  })

  it('a question that nothing fits ends some day', async () => {
    let reads = 0
    const asked = { question: 'none', secret: SECRET, limit: 5, isNarrow: true }
    const page = await pageThrough([0], asked, async () => ({ found: [], last: { read: ++reads } }))
    expect(page).toEqual({ items: [], nextCursor: expect.any(String) })
    expect(reads).toBe(50)
  })

  it('the cursor of another question is refused', async () => {
    const { nextCursor } = await pageOf(3)
    await expect(pageOf(3, nextCursor, 'branches')).rejects.toThrow('request.cursor_invalid')
  })

  it('a list over no places at all is empty', async () => {
    const page = await pageThrough([], { question: 'q', secret: SECRET, limit: 5 }, async () => ({
      found: [1],
    }))
    expect(page).toEqual({ items: [] })
  })
})

describe('many at once', () => {
  it('250 keys come back in their order', async () => {
    const keys = Array.from({ length: 250 }, (_, at) =>
      keyOf(patterns.leaf, { tree: 'elm', leaf: String(at % 14).padStart(3, '0') }),
    )
    const table = world.table.metered()
    const items = await table.getMany(keys)
    expect(items.map((item) => item?.sk)).toEqual(keys.map(({ sk }, at) => (at % 14 < 12 ? sk : undefined)))
    expect(table.spent.roundTrips).toBe(1)
  })
})
