import { describe, expect, it } from 'vitest'
import { unitFault, unitsMeant } from '../../functions/imports/unit-words-rules.ts'

const unit = (path: string, zh: string, en = zh) => ({ path, name: { zh, en }, level: 1 })
const units = [
  unit('hq', '总部', 'Head office'),
  unit('hq/53', '云南'),
  unit('hq/53/01', '昆明'),
  unit('hq/44', '广东'),
  unit('hq/44/01', '广州'),
  unit('hq/44/02', '53'),
]

describe('which unit a cell means', () => {
  it.each([
    ['hq/53/01', ['hq/53/01']],
    ['44', ['hq/44']],
    ['53', ['hq/53']],
    ['昆明', ['hq/53/01']],
    ['head OFFICE', ['hq']],
    ['01', ['hq/53/01', 'hq/44/01']],
    ['99', []],
    ['hq/53/', []],
  ])('%s means %j', (written, paths) => {
    expect(unitsMeant(units, written)).toEqual(paths)
  })

  it('a fault names the paths or an example', () => {
    expect(unitFault(units, '44')).toBeUndefined()
    expect(unitFault(units, '01')).toEqual({
      code: 'imports.unit_unclear',
      column: 'unit',
      facts: { value: '01', paths: 'hq/53/01, hq/44/01' },
    })
    expect(unitFault(units, '99')).toEqual({
      code: 'imports.unit_unknown',
      column: 'unit',
      facts: { value: '99', example: 'hq/53/01' },
    })
  })
})
