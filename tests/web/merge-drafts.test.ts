import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeDrafts } from '../../web/src/components/form/merge-drafts.ts'

const base = { name: '兴旺便利店', route: '城东一线', grade: 18 }

describe('two people on one record', () => {
  it('changes of different fields are both kept', () => {
    const { merged, clashes } = mergeDrafts(base, { ...base, route: '城南' }, { ...base, grade: 19 })
    expect(merged).toEqual({ name: '兴旺便利店', route: '城南', grade: 19 })
    expect(clashes).toEqual([])
  })

  it('one field changed by both is named for a person', () => {
    const { merged, clashes } = mergeDrafts(base, { ...base, grade: 20 }, { ...base, grade: 19 })
    expect(merged.grade).toBe(20)
    expect(clashes).toEqual([{ field: 'grade', mine: 20, theirs: 19 }])
  })

  it('the same change of both is no clash', () => {
    const same = { ...base, grade: 19 }
    expect(mergeDrafts(base, same, { ...same }).clashes).toEqual([])
  })

  it('an absent field and an empty text say the same', () => {
    expect(mergeDrafts({ note: undefined }, { note: '' }, { note: 'x' })).toEqual({
      merged: { note: 'x' },
      clashes: [],
    })
  })

  it('nothing counts as a change to zero', () => {
    const { clashes } = mergeDrafts<{ credit?: number }>({}, { credit: 0 }, { credit: 5 })
    expect(clashes).toHaveLength(1)
  })

  it('no change of either is lost without a word', () => {
    const record = fc.record({
      a: fc.integer({ min: 0, max: 2 }),
      b: fc.integer({ min: 0, max: 2 }),
      c: fc.integer({ min: 0, max: 2 }),
    })
    fc.assert(
      fc.property(record, record, record, (from, mine, theirs) => {
        const { merged, clashes } = mergeDrafts(from, mine, theirs)
        for (const field of ['a', 'b', 'c'] as const) {
          const isNamed = clashes.some((clash) => clash.field === field)
          const wanted = mine[field] === from[field] ? theirs[field] : mine[field]
          expect(merged[field]).toBe(wanted)
          const isLost = theirs[field] !== from[field] && merged[field] !== theirs[field]
          expect(isNamed).toBe(isLost)
        }
      }),
    )
  })
})
