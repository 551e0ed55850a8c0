import { expect, test } from 'vitest'
import { dueWords } from '../../web/src/features/home/due-words.ts'

const at = (dueAt: string, timeZone = 'Asia/Shanghai') =>
  (['zh', 'en'] as const).map((language) => dueWords(dueAt, timeZone, language))

test('a day that ends at an hour names the hour', () => {
  expect(at('2026-11-24T08:00:00.000Z')).toEqual(['11月24日 16:00', '24 Nov, 16:00'])
})

test('what ends at midnight is due the day before', () => {
  expect(at('2026-11-24T16:00:00.000Z')).toEqual(['11月24日', '24 Nov'])
  expect(at('2026-11-25T00:00:00.000Z', 'UTC')).toEqual(['11月24日', '24 Nov'])
})
