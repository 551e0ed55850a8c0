import { describe, expect, it } from 'vitest'
import { countedByUnit, countsWhereTheyPart, sumOf } from '../../functions/oddities/count-rules.ts'

const found = [
  { unitPath: 'hq/53/5301/a', kinds: ['late'] as const },
  { unitPath: 'hq/53/5301/a', kinds: ['late', 'swing'] as const },
  { unitPath: 'hq/53/5301/b', kinds: ['identical'] as const },
  { unitPath: 'hq/53/5302/c', kinds: ['device'] as const },
]

describe('shops worth a look, counted', () => {
  it('each unit counts its shops and their reasons', () => {
    expect(countedByUnit(found)[0]).toEqual({
      ...{ unitPath: 'hq/53/5301/a', shops: 2, open: 2 },
      kinds: { identical: 0, device: 0, late: 2, swing: 1 },
    })
  })

  it('units are summed where they part', () => {
    const units = countsWhereTheyPart(countedByUnit(found))
    expect(units.map(({ unitPath, shops }) => [unitPath, shops])).toEqual([
      ['hq/53/5301', 3],
      ['hq/53/5302', 1],
    ])
    expect(sumOf(units)).toEqual({
      ...{ shops: 4, open: 4, kinds: { identical: 1, device: 1, late: 2, swing: 1 } },
    })
  })

  it('one unit alone stands as it is', () => {
    expect(countsWhereTheyPart(countedByUnit(found.slice(0, 2)))).toMatchObject([
      { unitPath: 'hq/53/5301/a', shops: 2 },
    ])
    expect(countsWhereTheyPart([])).toEqual([])
  })
})
