import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Job } from '#platform/jobs/job-store'
import { migrateItems } from '#platform/jobs/migrate-items'
import type { KeepProgress } from '#platform/jobs/run-jobs'
import { itemKind } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const shelfKind = itemKind(
  'test-shelf',
  3,
  z.object({ name: z.object({ zh: z.string(), en: z.string() }), isFull: z.boolean() }),
  {
    1: ({ title, ...rest }) => ({ ...rest, name: title }),
    2: ({ name, ...rest }) => ({ ...rest, name: { zh: name, en: name }, isFull: false }),
  },
)
const today = { name: { zh: '架', en: 'shelf' }, isFull: true }
const keyOf = (at: number) => ({ pk: `T#${String(at).padStart(4, '0')}`, sk: 'S' })
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

const job: Job = {
  jobId: 'job_0123456789ABCDEF',
  kind: 'migration',
  family: 'tests',
  input: {},
  asked: 'x',
  by: { kind: 'system', id: 'tests' },
  state: 'running',
  startedAt: '2026-11-25T04:00:00.000Z',
  done: 0,
  total: 0,
  verdicts: {},
  tries: 1,
}

async function putOld(count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const old =
      at % 3 === 0
        ? { title: `s${at}`, s: 1 }
        : at % 3 === 1
          ? { name: `s${at}`, s: 2 }
          : shelfKind.write(today)
    await world.table.commit([
      { put: { gsi1pk: 'X', gsi1sk: String(at), ...old, k: 'test-shelf', ...keyOf(at) } },
    ])
  }
}

const forget: KeepProgress = async () => undefined
const migrate = (of: World, keep = forget) => migrateItems(of, job, keep)

async function schemasOf(count: number): Promise<unknown[]> {
  const items = await world.table.getMany(Array.from({ length: count }, (_, at) => keyOf(at)))
  return items.map((item) => item?.s)
}

describe('items of an older schema', () => {
  it('each is lifted step by step when read', () => {
    expect(shelfKind.read({ k: 'test-shelf', s: 1, title: '旧' })).toEqual({
      name: { zh: '旧', en: '旧' },
      isFull: false,
    })
    expect(shelfKind.read({ k: 'test-shelf', s: 2, name: '旧' })).toEqual({
      name: { zh: '旧', en: '旧' },
      isFull: false,
    })
    expect(shelfKind.read(shelfKind.write(today))).toEqual(today)
  })

  it('an item of another kind or unknown age is refused', () => {
    expect(() => shelfKind.read({ k: 'other', s: 3, ...today })).toThrow('kind test-shelf')
    expect(() => shelfKind.read({ k: 'test-shelf', s: 0, title: '旧' })).toThrow('No lift')
    expect(() => shelfKind.read({ k: 'test-shelf', s: 3, name: '旧' })).toThrow()
  })

  it('the migration lifts all and keeps the rest', async () => {
    await putOld(130)
    await world.table.commit([{ put: { ...keyOf(999), k: 'nobody-knows', s: 1, value: 1 } }])
    const steps: number[] = []
    await migrate(world, async ({ done }) => void steps.push(done))
    expect(steps).toEqual([100, 131])
    expect(new Set(await schemasOf(130))).toEqual(new Set([3]))
    expect(await world.table.get(keyOf(0))).toEqual({
      ...shelfKind.write({ name: { zh: 's0', en: 's0' }, isFull: false }),
      gsi1pk: 'X',
      gsi1sk: '0',
      ...keyOf(0),
    })
    expect(await world.table.get(keyOf(999))).toEqual({ ...keyOf(999), k: 'nobody-knows', s: 1, value: 1 })
  })

  it('a migration that died is finished by another', async () => {
    await putOld(120)
    await expect(migrate(world, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect((await schemasOf(120)).filter((schema) => schema === 3)).not.toHaveLength(120)
    await migrate(await aWorld({ tableName: world.config.tableName }))
    expect(new Set(await schemasOf(120))).toEqual(new Set([3]))
  })

  it('a change that comes in between wins', async () => {
    await putOld(3)
    const { table } = world
    const scan: typeof table.scan = async (...asked) => {
      const page = await table.scan(...asked)
      await table.commit([{ put: { ...shelfKind.write(today), ...keyOf(0) } }])
      return page
    }
    await migrate({ ...world, table: { ...table, scan } })
    expect(shelfKind.readMaybe(await table.get(keyOf(0)))).toEqual(today)
    expect(await schemasOf(3)).toEqual([3, 3, 3])
  })

  it('a change that keeps the old schema wins too', async () => {
    await putOld(1)
    const { table } = world
    const scan: typeof table.scan = async (...asked) => {
      const page = await table.scan(...asked)
      await table.commit([{ put: { k: 'test-shelf', s: 1, title: 'newer', ...keyOf(0) } }])
      return page
    }
    await migrate({ ...world, table: { ...table, scan } })
    expect(shelfKind.readMaybe(await table.get(keyOf(0)))?.name.zh).toBe('newer')
  })

  it('a change beside the lifted part is kept', async () => {
    await putOld(1)
    const { table } = world
    const scan: typeof table.scan = async (...asked) => {
      const page = await table.scan(...asked)
      await table.commit([{ update: keyOf(0), change: { add: { reserved: 500 } }, when: { present: true } }])
      return page
    }
    await migrate({ ...world, table: { ...table, scan } })
    expect(await table.get(keyOf(0))).toMatchObject({ s: 3, name: { zh: 's0' }, reserved: 500 })
  })
})
