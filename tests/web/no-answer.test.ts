import { afterEach, expect, test, vi } from 'vitest'
import { pageTexts } from '#shared/texts/pages'
import { read } from '../../web/src/api.ts'
import { wordsOf } from '../../web/src/components/problem-words.ts'

afterEach(() => vi.unstubAllGlobals())

async function wordsWhen(fetched: () => Promise<Response>): Promise<string> {
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  vi.stubGlobal('fetch', fetched)
  const error = await read('/session').catch((caught: unknown) => caught)
  return wordsOf(error, 'zh')
}

test('a gateway that fails is not told as the network', async () => {
  const words = await wordsWhen(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect(words).toBe(pageTexts.serverTrouble.zh)
})

test('a lost network is told as one', async () => {
  const words = await wordsWhen(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(words).toBe(pageTexts.noAnswer.zh)
})

test('a problem of ours is told in its own words', async () => {
  const body = { code: 'orders.cycle_over', title: '已截止' }
  const words = await wordsWhen(async () => Response.json(body, { status: 422 }))
  expect(words).toBe('已截止')
})

test('a fault of the page is no lost network', () => {
  expect(wordsOf(new RangeError('Invalid time value'), 'zh')).toBe(pageTexts.pageTrouble.zh)
  expect(wordsOf(new TypeError('reading undefined'), 'zh')).toBe(pageTexts.pageTrouble.zh)
  const lost = new TypeError('Failed to fetch dynamically imported module')
  expect(wordsOf(lost, 'zh')).toBe(pageTexts.noAnswer.zh)
})
