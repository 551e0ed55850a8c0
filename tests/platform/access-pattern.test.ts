import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  accessPatterns,
  indexKeyOf,
  keyOf,
  type Parts,
  type PrefixParts,
  prefixOf,
} from '#platform/storage/access-pattern'
import { expressionOf } from '#platform/storage/condition'

const patterns = accessPatterns('tests', {
  page: { question: 'What stands on a page?', read: 'query', pk: 'BOOK#{book}', sk: 'P#{page}#{line}' },
  shelf: { question: 'What stands on a shelf?', read: 'query', index: 'gsi1', pk: 'S#{shelf}', sk: '{book}' },
})

describe('keys', () => {
  it('a key is made of all its parts', () => {
    expect(keyOf(patterns.page, { book: 'b1', page: '007', line: '1' })).toEqual({
      pk: 'BOOK#b1',
      sk: 'P#007#1',
    })
    expect(indexKeyOf(patterns.shelf, { shelf: 's1', book: 'b1' })).toEqual({ gsi1pk: 'S#s1', gsi1sk: 'b1' })
  })

  it('a key with a missing part does not compile', () => {
    expectTypeOf<Parts<typeof patterns.page>>().toEqualTypeOf<
      Readonly<Record<'book' | 'page' | 'line', string>>
    >()
    expectTypeOf<{ book: string; page: string }>().not.toExtend<Parts<typeof patterns.page>>()
    expectTypeOf<{ book: string }>().toExtend<PrefixParts<typeof patterns.page>>()
    expectTypeOf<{ page: string }>().not.toExtend<PrefixParts<typeof patterns.page>>()
  })

  it('a prefix ends before the first open part', () => {
    expect(prefixOf(patterns.page, { book: 'b1' })).toEqual({ pk: 'BOOK#b1', sk: 'P#' })
    expect(prefixOf(patterns.page, { book: 'b1', page: '007' })).toEqual({ pk: 'BOOK#b1', sk: 'P#007#' })
  })

  it.each(['', '#', 'a#b', 'b1#P'])('a part %j cannot reach into other keys', (book) => {
    expect(() => keyOf(patterns.page, { book, page: '1', line: '1' })).toThrow('book is not usable')
  })
})

describe('conditions', () => {
  it('all parts of a condition hold at once', () => {
    const { condition, names, values } = expressionOf({
      present: true,
      equals: { state: 'placed', owner: undefined },
      atLeast: { remaining: 3 },
      below: { tries: 5 },
    })
    expect(condition).toBe(
      'attribute_exists(#pk) AND #state = :v0 AND attribute_not_exists(#owner) AND #remaining >= :v1 AND #tries < :v2',
    )
    expect(names).toEqual({
      '#pk': 'pk',
      '#state': 'state',
      '#owner': 'owner',
      '#remaining': 'remaining',
      '#tries': 'tries',
    })
    expect(values).toEqual({ ':v0': 'placed', ':v1': 3, ':v2': 5 })
  })

  it('or absent binds weaker than all others', () => {
    expect(expressionOf({ equals: { a: 1, b: 2 }, orAbsent: true }).condition).toBe(
      'attribute_not_exists(#pk) OR (#a = :v0 AND #b = :v1)',
    )
  })

  it('a change to undefined removes the attribute', () => {
    const { update, names } = expressionOf(undefined, {
      set: { a: 1, b: undefined },
      add: { n: 2 },
      remove: ['c'],
    })
    expect(update).toBe('SET #a = :v0 ADD #n :v1 REMOVE #c, #b')
    expect(names).toEqual({ '#a': 'a', '#n': 'n', '#c': 'c', '#b': 'b' })
  })

  it('reserved words and paths are always names', () => {
    const { condition, names } = expressionOf({ equals: { 'card.name': 'x' } })
    expect(condition).toBe('#card.#name = :v0')
    expect(names).toEqual({ '#card': 'card', '#name': 'name' })
  })
})
