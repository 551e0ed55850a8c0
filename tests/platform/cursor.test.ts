import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'

const SECRET = 'a secret of the tests alone'
const QUESTION = 'orders per_A cus_A'
const key = { pk: 'C#A', sk: 'O#00000027' }
const cursor = cursorFrom(key, QUESTION, SECRET) ?? ''

function reading(text: string, question = QUESTION, secret = SECRET): () => unknown {
  return () => keyWithinCursor(text, question, secret)
}

describe('page cursors', () => {
  it('a cursor brings back where the page ended', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())), (last) => {
        const again = keyWithinCursor(cursorFrom(last, QUESTION, SECRET), QUESTION, SECRET)
        expect(again).toEqual(JSON.parse(JSON.stringify(last)))
      }),
    )
  })

  it('the last page has no cursor at all', () => {
    expect(cursorFrom(undefined, QUESTION, SECRET)).toBeUndefined()
    expect(keyWithinCursor(undefined, QUESTION, SECRET)).toBeUndefined()
  })

  it('another question or asker is refused', () => {
    expect(reading(cursor)()).toEqual(key)
    expect(reading(cursor, 'orders per_A cus_B')).toThrow('request.cursor_invalid')
    expect(reading(cursor, 'orders per_B cus_A')).toThrow('request.cursor_invalid')
    expect(reading(cursor, QUESTION, 'another secret')).toThrow('request.cursor_invalid')
  })

  it('a cursor with any other character is refused', () => {
    for (let at = 0; at < cursor.length; at++) {
      const other = cursor[at] === 'A' ? 'B' : 'A'
      expect(reading(cursor.slice(0, at) + other + cursor.slice(at + 1))).toThrow('request.cursor_invalid')
    }
  })

  it('a text of any kind is no cursor', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(reading(text)).toThrow('request.cursor_invalid')
      }),
    )
  })
})
