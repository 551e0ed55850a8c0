import { expect, test } from 'vitest'
import { readingsOf } from '#platform/pinyin'
import { type FindIndex, findDocuments } from '#platform/search/find-documents'
import type { FindDocument } from '#platform/search/find-store'
import { rebuildIndex } from '#platform/search/fold-notes'
import { startDatabase } from '../../infra/local/database.ts'
import { aWorld } from '../support/fake-world.ts'
import { randomOf } from '../support/seeded-chance.ts'

const SHOPS = 15_000
const LETTERS = [...'福来鑫源乐重庆长华强盛宏达顺兴隆永和平安康泰丰裕广聚德义仁信诚美佳好乐购便民利百货']
const ENDINGS = ['超市', '便利店', '商行', '烟酒店', '副食店', '小卖部', '购物中心']
const index: FindIndex = {
  name: 'bench',
  fields: { name: 'name', pinyin: 'sound', code: 'beginning', number: 'beginning', licence: 'beginning' },
}

async function shops(): Promise<FindDocument[]> {
  const random = randomOf(15)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]
  const made: FindDocument[] = []
  for (let at = 0; at < SHOPS; at++) {
    const zh = `${pick(LETTERS)}${pick(LETTERS)}${random() < 0.5 ? pick(LETTERS) : ''}${pick(ENDINGS)}`
    const readings = (await readingsOf(zh)).map((reading) => reading.join(' '))
    const texts = { name: `${zh}|Shop ${at}`, pinyin: readings.join('|'), code: `S${at}`, number: String(at) }
    made.push({ id: `shop-${at}`, version: 1, place: 'hq', texts: { ...texts, licence: `5301${at + 1e8}` } })
  }
  return made
}

test('15,000 customers are found within a keystroke', async () => {
  const database = await startDatabase({})
  try {
    const world = await aWorld({ endpoint: database.endpoint })
    await rebuildIndex(world, index.name, await shops())
    const table = world.table.metered()
    const before = process.memoryUsage().heapUsed
    const find = (text: string) =>
      findDocuments({ ...world, table }, index, { text, limit: 20, isWithin: () => true })
    const started = performance.now()
    expect(await find('S14999')).toMatchObject([{ id: 'shop-14999', matched: 'code' }])
    const load = performance.now() - started
    const megabytes = (process.memoryUsage().heapUsed - before) / 1024 / 1024
    console.log('load', { milliseconds: Math.round(load), megabytes: Math.round(megabytes), ...table.spent })
    for (const text of ['f', 'fl', 'flc', 'fulai', 'fulaichaoshi', '福', '福来', '福来超市', 'S1', '5301100'])
      console.log(text, await timed(find, text))
  } finally {
    await database.stop()
  }
})

async function timed(find: (text: string) => Promise<unknown[]>, text: string) {
  const times: number[] = []
  let found = 0
  for (let at = 0; at < 20; at++) {
    const started = performance.now()
    found = (await find(text)).length
    times.push(performance.now() - started)
  }
  times.sort((left, right) => left - right)
  return { found, median: times[10]?.toFixed(1), slowest: times[19]?.toFixed(1) }
}
