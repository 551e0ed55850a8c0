import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Refused, type Write } from '#platform/storage/write'
import { Problem } from '#shared/problems'
import { type FaultProxy, startFaultProxy } from '../faults/proxy.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let proxy: FaultProxy
let breaking: FakeWorld

beforeAll(async () => {
  world = await aWorld()
  proxy = await startFaultProxy({
    target: inject('databaseEndpoint'),
    seed: 7,
    faults: { rate: 0, kinds: ['reset-after'], conflictHoldMs: undefined, lateIndexMs: undefined },
  })
  breaking = await aWorld({ endpoint: proxy.endpoint, tableName: world.config.tableName })
})
afterAll(() => proxy.stop())

const keyOf = (name: string) => ({ pk: `T#${name}`, sk: 'T' })
const put = (name: string, value = 1): Write => ({ put: { ...keyOf(name), value }, when: { absent: true } })

describe('commits', () => {
  it('all writes are applied, or none', async () => {
    await world.table.commit([put('taken')])
    await expect(world.table.commit([put('all-1'), put('all-2'), put('taken', 2)])).rejects.toThrow(Refused)
    expect(await world.table.getMany([keyOf('all-1'), keyOf('all-2')])).toEqual([undefined, undefined])
    await world.table.commit([put('all-1'), put('all-2')])
    const stored = await world.table.getMany([keyOf('all-1'), keyOf('all-2'), keyOf('taken')])
    expect(stored.map((item) => item?.value)).toEqual([1, 1, 1])
  })

  it('the refused write says what is there now', async () => {
    await world.table.commit([put('said', 7)])
    const refused: Write = {
      ...put('said'),
      onRefused: (current) => new Problem('request.changed_meanwhile', { current: current?.value }),
    }
    for (const writes of [[refused], [put('said-other'), refused]]) {
      await expect(world.table.commit(writes)).rejects.toMatchObject({
        code: 'request.changed_meanwhile',
        facts: { current: 7 },
      })
    }
  })

  it('a refusal without a word names its key', async () => {
    const absent: Write = { update: keyOf('nowhere'), change: { set: { value: 1 } }, when: { present: true } }
    await expect(world.table.commit([absent])).rejects.toMatchObject({
      key: keyOf('nowhere'),
      current: undefined,
    })
  })

  it('a check alone writes nothing but holds', async () => {
    await world.table.commit([put('checked', 3)])
    const check = (value: number): Write => ({
      check: keyOf('checked'),
      when: { equals: { value } },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    })
    await world.table.commit([check(3), put('beside')])
    await expect(world.table.commit([check(4), put('beside-2')])).rejects.toThrow(
      'accounts.changed_meanwhile',
    )
    expect(await world.table.get(keyOf('beside-2'))).toBeUndefined()
  })
})

describe('commits of unknown outcome', () => {
  const throughResets = async (act: () => Promise<void>) => {
    const before = proxy.counts['reset-after'] ?? 0
    proxy.setFaults({ rate: 1 })
    const watch = setInterval(() => {
      if ((proxy.counts['reset-after'] ?? 0) > before) proxy.setFaults({ rate: 0 })
    }, 1)
    try {
      await act()
    } finally {
      clearInterval(watch)
      proxy.setFaults({ rate: 0 })
    }
    expect(proxy.counts['reset-after'] ?? 0).toBeGreaterThan(before)
  }

  it('a lost answer counts when the proof is there', async () => {
    const proof = put('proof')
    await throughResets(() => breaking.table.commit([put('with-proof'), proof], proof))
    expect((await world.table.get(keyOf('with-proof')))?.value).toBe(1)
  })

  it('a lost answer of one write counts by its proof', async () => {
    const proof = put('single-proof')
    await throughResets(() => breaking.table.commit([proof], proof))
    expect((await world.table.get(keyOf('single-proof')))?.value).toBe(1)
  })

  it('without its proof a refusal stays a refusal', async () => {
    await world.table.commit([put('occupied', 9)])
    const proof = put('proof-never-put')
    await throughResets(() =>
      expect(breaking.table.commit([put('occupied'), proof], proof)).rejects.toThrow(Refused),
    )
    expect(await world.table.get(keyOf('proof-never-put'))).toBeUndefined()
    expect((await world.table.get(keyOf('occupied')))?.value).toBe(9)
  })

  it('a database that stays away is called busy', async () => {
    proxy.setFaults({ rate: 1, kinds: ['reset-before'] })
    await expect(breaking.table.get(keyOf('taken'))).rejects.toMatchObject({ code: 'request.busy' })
    proxy.setFaults({ rate: 0, kinds: ['reset-after'] })
  })
})
