import { beforeEach, describe, expect, it } from 'vitest'
import { createRemember } from '#platform/remember'
import { type FindIndex, findDocuments } from '#platform/search/find-documents'
import { allChunks, documentsOf, type FindDocument, noteChange, notesOf } from '#platform/search/find-store'
import { foldNotes, foldWaitingNotes, rebuildIndex } from '#platform/search/fold-notes'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { randomOf } from '../support/seeded-chance.ts'

const index: FindIndex = { name: 'shops', fields: { name: 'name', pinyin: 'sound', code: 'beginning' } }
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

function aDocument(at: number, version = 1, name = `店铺${at}`): FindDocument {
  return { id: `shop-${at}`, version, place: 'hq', texts: { name, pinyin: 'dian pu', code: `S-${at}` } }
}

async function found(text: string): Promise<string[]> {
  const asked = { text, limit: 20, isWithin: () => true }
  return (await findDocuments(world, index, asked)).map(({ id }) => id)
}

async function contentOf(name: string): Promise<unknown[]> {
  const chunks = await documentsOf(world.table, name, allChunks)
  return allChunks.map((chunk) => chunks.get(chunk)?.documents)
}

describe('an index that several processes share', () => {
  it('what is noted is found within a second', async () => {
    expect(await found('福来')).toEqual([])
    await noteChange(world, 'shops', 'evt_1', aDocument(1, 1, '福来超市'))
    expect(await found('福来')).toEqual([])
    world.pass(2)
    expect(await found('福来')).toEqual(['shop-1'])
  })

  it('folding changes nothing that anyone finds', async () => {
    for (let at = 0; at < 30; at++) await noteChange(world, 'shops', `evt_${at}`, aDocument(at))
    const before = await found('S-2')
    expect(await foldNotes(world, 'shops')).toBe(30)
    expect(await notesOf(world.table, 'shops')).toEqual([])
    world.pass(2)
    expect(await found('S-2')).toEqual(before)
    world = { ...world, remember: createRemember() }
    expect((await found('S-2')).sort()).toEqual([...before].sort())
  })

  it('an older note never hides a newer name', async () => {
    await noteChange(world, 'shops', 'evt_2', aDocument(1, 2, '新名'))
    await foldNotes(world, 'shops')
    await noteChange(world, 'shops', 'evt_1', aDocument(1, 1, '旧名'))
    await foldNotes(world, 'shops')
    expect(await found('新名')).toEqual(['shop-1'])
    expect(await found('旧名')).toEqual([])
  })

  it('a single note waits a minute for others', async () => {
    await noteChange(world, 'shops', 'evt_1', aDocument(1))
    expect(await foldWaitingNotes(world, 'shops')).toBe(0)
    world.pass(60)
    expect(await foldWaitingNotes(world, 'shops')).toBe(1)
    for (let at = 0; at < 200; at++) await noteChange(world, 'shops', `evt_${at}`, aDocument(at))
    expect(await foldWaitingNotes(world, 'shops')).toBe(200)
  })

  it('two folds at once lose no note', async () => {
    for (let at = 0; at < 60; at++) await noteChange(world, 'shops', `evt_${at}`, aDocument(at))
    await Promise.all([foldNotes(world, 'shops'), foldNotes(world, 'shops'), foldNotes(world, 'shops')])
    while ((await notesOf(world.table, 'shops')).length > 0) await foldNotes(world, 'shops')
    expect((await contentOf('shops')).flat()).toHaveLength(60)
  })

  it('doubled and reordered events equal a rebuild', async () => {
    const random = randomOf(7)
    const events = Array.from({ length: 120 }, (_, at) => ({
      id: `evt_${at}`,
      document: aDocument(at % 40, 1 + Math.floor(at / 40), `名${at}`),
    }))
    const doubled = events.flatMap((event) => (random() < 0.3 ? [event, event] : [event]))
    const shuffled = doubled.map((event) => ({ event, at: random() })).sort((a, b) => a.at - b.at)
    for (const [at, { event }] of shuffled.entries()) {
      await noteChange(world, 'shops', event.id, event.document)
      if (at % 25 === 0) await foldNotes(world, 'shops')
    }
    await foldNotes(world, 'shops')
    await rebuildIndex(
      world,
      'rebuilt',
      events.slice(80).map(({ document }) => document),
    )
    expect(JSON.stringify(await contentOf('shops'))).toBe(JSON.stringify(await contentOf('rebuilt')))
  })

  it('nothing outside the asked places is found', async () => {
    await noteChange(world, 'shops', 'evt_1', { ...aDocument(1), place: 'hq/44' })
    const asked = { text: 'S-1', limit: 20, isWithin: (place: string) => place === 'hq/53' }
    expect(await findDocuments(world, index, asked)).toEqual([])
  })
})
