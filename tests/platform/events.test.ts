import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { commitChange } from '#platform/audit/record-change'
import { deliverDueEvents, deliverEvent, type Reactions } from '#platform/events/deliver-events'
import { dueEvents, eventsAside, eventsOf } from '#platform/events/event-store'
import { eventOfRecord } from '#platform/events/stream-record'
import type { Key } from '#platform/storage/access-pattern'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const keyOf = (name: string): Key => ({ pk: `T#${name}`, sk: 'T' })
const put = (name: string): Write => ({ put: { ...keyOf(name), value: 1 }, when: { absent: true } })
let world: FakeWorld
let seen: string[]

beforeEach(async () => {
  world = await aWorld()
  seen = []
})

function change(name: string, of: World = world, type: `${string}.${string}` = 'thing.changed') {
  return commitChange(of, tester, { type, subject: keyOf(name), about: { name }, change: {} }, [put(name)])
}

const note = (label: string) => async (_: World, event: { about: Record<string, string> }) => {
  seen.push(`${label} ${event.about.name}`)
}
const fail = async () => {
  throw new Error('away')
}

/** Delivers until nothing is due, letting pauses pass. */
async function deliverAll(reactions: Reactions, of: World = world, rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await deliverDueEvents(of, reactions)
    world.pass(600)
  }
}

describe('a change and its event', () => {
  it('both are committed, or neither is', async () => {
    await change('a')
    await expect(change('a')).rejects.toThrow()
    expect(await eventsOf(world.table, keyOf('a'))).toHaveLength(1)
    expect(await world.table.get(keyOf('a'))).toMatchObject({ value: 1 })
  })

  it('the history of an object is in order', async () => {
    await change('a')
    for (let at = 0; at < 5; at++) {
      world.pass(1)
      const update: Write = { update: keyOf('a'), change: { add: { value: 1 } }, when: { present: true } }
      const record = { type: 'thing.counted', subject: keyOf('a'), about: {}, change: { at } } as const
      await commitChange(world, tester, record, [update])
    }
    const history = await eventsOf(world.table, keyOf('a'))
    expect(history.map((event) => event.change.at)).toEqual([undefined, 0, 1, 2, 3, 4])
    expect(history[0]).toMatchObject({
      type: 'thing.changed',
      by: { kind: 'system', id: 'tests' },
      about: { name: 'a' },
    })
  })
})

describe('delivery', () => {
  it('every event reaches its reaction and is done', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `n${at}`)
    for (const name of names) await change(name)
    const reactions = { 'thing.changed': { note: note('note') } }
    let taken = 0
    for (let count = -1; count !== 0; taken += count) count = await deliverDueEvents(world, reactions)
    expect(taken).toBe(60)
    expect([...seen].sort()).toEqual(names.map((name) => `note ${name}`).sort())
    expect((await dueEvents(world.table, world.clock.now(), 10)).events).toEqual([])
  })

  it('an event that nobody waits for is done', async () => {
    await change('a')
    expect(await deliverDueEvents(world, {})).toBe(1)
    expect(await deliverDueEvents(world, {})).toBe(0)
  })

  it('a failing reaction neither repeats nor blocks another', async () => {
    await change('a')
    await deliverAll({ 'thing.changed': { broken: fail, note: note('note') } })
    expect(seen).toEqual(['note a'])
  })

  it('a reaction that recovers runs once, siblings never again', async () => {
    await change('a')
    let failures = 2
    const flaky = async () => {
      if (failures-- > 0) throw new Error('away')
      seen.push('flaky')
    }
    await deliverAll({ 'thing.changed': { note: note('note'), flaky } })
    expect(seen).toEqual(['note a', 'flaky'])
    expect(await eventsAside(world.table)).toEqual([])
  })

  it('a poisoned event is set aside while others flow', async () => {
    await change('poison')
    const react: Reactions = {
      'thing.changed': {
        note: async (_, event) => (event.about.name === 'poison' ? fail() : note('note')(world, event)),
      },
    }
    for (let round = 0; round < 8; round++) {
      await change(`n${round}`)
      await deliverAll(react, world, 1)
    }
    expect(seen).toHaveLength(8)
    const aside = await eventsAside(world.table)
    expect(aside).toHaveLength(1)
    expect(aside[0]?.pk).toBe('T#poison')
    const alarms = world.logged.filter(({ alarm }) => alarm)
    expect(alarms).toHaveLength(1)
    expect(alarms[0]).toMatchObject({ message: 'event set aside', type: 'thing.changed' })
  })

  it('a failed try waits longer each time', async () => {
    await change('a')
    const waits: number[] = []
    for (let tries = 0; tries < 4; tries++) {
      await deliverDueEvents(world, { 'thing.changed': { broken: fail } })
      let waited = 0
      while ((await dueEvents(world.table, world.clock.now(), 10)).events.length === 0) {
        world.pass(1)
        waited += 1
      }
      waits.push(waited)
    }
    expect(waits).toEqual([4, 8, 16, 32])
  })

  it('progress survives the process that made it', async () => {
    await change('a')
    const reactions = { 'thing.changed': { note: note('first'), broken: fail } }
    await deliverDueEvents(world, reactions)
    const successor = await aWorld({ tableName: world.config.tableName, now: world.clock.now() })
    successor.pass(600)
    await deliverDueEvents(successor, { 'thing.changed': { note: note('second'), broken: note('mended') } })
    expect(seen).toEqual(['first a', 'mended a'])
  })
})

describe('delivery by the stream', () => {
  beforeEach(() => {
    world.config = { ...world.config, eventDelivery: 'stream' }
  })

  async function recordsOf(name: string) {
    const { items } = await world.table.query(
      { room: '', name: '', question: '', read: 'query', pk: 'T#{name}', sk: '{rest}' },
      { name },
    )
    return items.flatMap((item) => eventOfRecord(marshall(item)) ?? [])
  }

  it('no event waits in the pending index', async () => {
    await change('a')
    expect((await dueEvents(world.table, world.clock.now(), 10)).events).toEqual([])
    const [record, ...others] = await recordsOf('a')
    expect(record?.event).toMatchObject({ type: 'thing.changed', about: { name: 'a' } })
    expect(others).toEqual([])
  })

  it('a record that comes again after others is harmless', async () => {
    for (const name of ['a', 'b']) await change(name)
    const [a, b] = [await recordsOf('a'), await recordsOf('b')]
    const told = new Set<string>()
    const tell = async (_: World, event: { id: string }) => void told.add(event.id)
    for (const record of [...b, ...a, ...b, ...a])
      await deliverEvent(world, { 'thing.changed': { tell } }, record)
    expect(told.size).toBe(2)
    const fresh = [...(await recordsOf('a')), ...(await recordsOf('b'))]
    for (const record of fresh)
      await deliverEvent(world, { 'thing.changed': { tell: note('again') } }, record)
    expect(seen).toEqual([])
  })

  it('a failing reaction is put off to the index', async () => {
    await change('a')
    for (const record of await recordsOf('a'))
      await deliverEvent(world, { 'thing.changed': { broken: fail } }, record)
    world.pass(10)
    await deliverDueEvents(world, { 'thing.changed': { broken: note('mended') } })
    expect(seen).toEqual(['mended a'])
  })
})
