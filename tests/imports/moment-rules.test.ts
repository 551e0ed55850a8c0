import { describe, expect, it } from 'vitest'
import { instantOfMoment, momentCell } from '../../functions/imports/moment-rules.ts'

const invalid = { code: 'imports.moment_invalid', facts: {} }

describe('a moment as a file writes it', () => {
  it.each([
    ['2026-11-25T16:00:05', '2026-11-25T16:00:05'],
    ['2026-11-25 16:00', '2026-11-25T16:00:00'],
    ['2026-11-25T  8:05', '2026-11-25T08:05:00'],
    ['2026/11/5', '2026-11-05T00:00:00'],
    ['2026.1.5 9:30:00.123456', '2026-01-05T09:30:00'],
    ['2024-02-29', '2024-02-29T00:00:00'],
    ['2026-11-25 23:59:59', '2026-11-25T23:59:59'],
  ])('%s is %s', (text, value) => {
    expect(momentCell.parse(text)).toEqual({ value })
    expect(momentCell.parse(momentCell.write(value))).toEqual({ value })
  })

  it.each([
    '',
    'yesterday',
    '2026-02-29',
    '2026-13-01',
    '2026-11-31',
    '2026-11-00',
    '2026-11/05',
    '26-11-05',
    '12026-11-05',
    '2026-111-05',
    '2026-11-055',
    '2026-11-05 24:00',
    '2026-11-05 12:60',
    '2026-11-05 12:00:60',
    '2026-11-05 12',
    '2026-11-05 12:5',
    '2026-11-05 112:05',
    '2026-11-05 12:055',
    '2026-11-05 12:05:5',
    '2026-11-05 12:05:055',
    '2026-11-05 12:05:05.',
    '2026-11-0512:05',
    'on 2026-11-05',
    '2026-11-05 12:05 h',
    '2026-11-05 12:05:05.1x',
  ])('%s is no moment', (text) => {
    expect(momentCell.parse(text)).toEqual(invalid)
  })

  it('it is one of the company’s clock, to the second', () => {
    expect(instantOfMoment('2026-11-25T16:00:05', 'Asia/Shanghai')).toBe('2026-11-25T08:00:05.000Z')
    expect(instantOfMoment('2010-07-01T08:26:00', 'Europe/London')).toBe('2010-07-01T07:26:00.000Z')
    expect(instantOfMoment('2010-12-01T08:26:59', 'Europe/London')).toBe('2010-12-01T08:26:59.000Z')
  })
})
