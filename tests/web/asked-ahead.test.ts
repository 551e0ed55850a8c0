import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, askAhead, NoAnswer, read, readTimed } from '../../web/src/api.ts'

let asked: string[]
let answer: () => Promise<Response>

beforeEach(() => {
  asked = []
  answer = async () => Response.json({ turn: asked.length })
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return answer()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an answer asked for ahead is taken once', async () => {
  askAhead('/basket')
  expect(await read('/basket')).toEqual({ turn: 1 })
  expect(asked).toEqual(['/api/basket'])
  expect(await read('/basket')).toEqual({ turn: 2 })
})

test('another question gets an answer of its own', async () => {
  askAhead('/past?current=a')
  expect(await read('/past?current=b')).toEqual({ turn: 2 })
})

test('a late reader learns when the answer arrived', async () => {
  vi.useFakeTimers({ now: 1000 })
  askAhead('/assortment')
  await vi.advanceTimersByTimeAsync(700)
  expect(await readTimed('/assortment')).toMatchObject({ receivedAt: 1000 })
})

test('what nobody takes is given up and asked anew', async () => {
  vi.useFakeTimers()
  const cancelled: unknown[] = []
  answer = async () =>
    new Response(new ReadableStream({ cancel: () => void cancelled.push(asked.at(-1)) }), { status: 200 })
  askAhead('/basket')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(cancelled).toEqual(['/api/basket'])
  answer = async () => Response.json({ turn: asked.length })
  expect(await read('/basket')).toEqual({ turn: 2 })
})

test('who reads ahead of time hears of refusals too', async () => {
  answer = async () => Response.json({ code: 'request.unauthenticated' }, { status: 401 })
  askAhead('/session')
  await expect(read('/session')).rejects.toBeInstanceOf(ApiProblem)
  answer = () => Promise.reject(new Error('no network'))
  askAhead('/session')
  await expect(read('/session')).rejects.toBeInstanceOf(NoAnswer)
})
