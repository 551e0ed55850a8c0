import { expect, test } from 'vitest'
import { contrastOf } from '#shared/colours'
import { query } from '../../web/src/api.ts'
import { readableBrand } from '../../web/src/brand.ts'
import { batchName } from '../../web/src/features/calendar/batch-name.ts'
import { clockOffset, runningClock, timeInWords } from '../../web/src/features/calendar/time-left.ts'
import { contactOfForm } from '../../web/src/features/identity/contact-of-form.ts'
import { say } from '../../web/src/say.ts'

const clock = 3 * 3_600_000 + 12 * 60_000 + 40_000

test('the time left runs in hours, with days before', () => {
  expect(runningClock(clock, 'zh')).toBe('3:12:40')
  expect(runningClock(-5, 'zh')).toBe('0:00:00')
  expect(runningClock(clock + 86_400_000, 'en')).toBe('1 day 3:12:40')
})

test('the time left in words names hours and minutes', () => {
  expect(timeInWords(clock, 'zh')).toBe('3 小时 12 分')
  expect(timeInWords(59_000, 'zh')).toBe('0 分')
  expect(timeInWords(clock + 2 * 86_400_000, 'en')).toBe('2 days 3 h 12 min')
})

test('the clock of the server rules over this device', () => {
  expect(clockOffset('2026-11-25T04:00:10.000Z', Date.parse('2026-11-25T04:00:00.000Z'))).toBe(10_000)
})

test('a batch is called by its weekday', () => {
  expect([batchName('weekly-4', 'zh'), batchName('even-1', 'en'), batchName('daily', 'zh')]).toEqual([
    '周四批次',
    'Even-week Monday batch',
    '每日批次',
  ])
  expect(batchName('x', 'zh')).toBe('x')
})

test('English counts say one or many', () => {
  const text = { zh: '{count} 行', en: '{count} {count|line needs|lines need} a change' }
  expect(say(text, 'en', { count: 1 })).toBe('1 line needs a change')
  expect(say(text, 'en', { count: 2 })).toBe('2 lines need a change')
  expect(say(text, 'zh', { count: 2 })).toBe('2 行')
})

test('any company colour becomes readable in both themes', () => {
  for (const colour of ['#ff0000', '#ffee00', '#0033aa', '#888888', '#ffffff']) {
    const brand = readableBrand(colour)
    expect(contrastOf(brand?.light ?? colour, '#e6f0eb'), colour).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(brand?.dark ?? colour, '#1f332b'), colour).toBeGreaterThanOrEqual(4.5)
  }
  expect([readableBrand('red'), readableBrand('#1f5f4a')]).toEqual([undefined, undefined])
})

test('an invitation needs no country code', () => {
  const form = new FormData()
  form.set('name', ' 何秀 ')
  form.set('phone', '199 0000-0256')
  expect(contactOfForm(form)).toEqual({ name: '何秀', phone: '+8619900000256', mail: undefined })
})

test('absent parameters stay out of an address', () => {
  expect(query({ limit: 20, cursor: undefined, unitPath: '' })).toBe('?limit=20')
  expect(query({ cursor: undefined })).toBe('')
})
