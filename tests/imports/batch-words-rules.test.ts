import { describe, expect, it } from 'vitest'
import { batchFault, batchMeant } from '../../functions/imports/batch-words-rules.ts'

const batches = [
  { batch: 'weekly-2', name: { zh: '周二批次', en: 'Tuesday batch' } },
  { batch: 'odd-2', name: { zh: '单周', en: 'Every other' } },
  { batch: 'even-2', name: { zh: '双周', en: 'Every other' } },
  { batch: 'daily', name: { zh: '', en: '' } },
]

describe('which batch a cell means', () => {
  it.each([
    ['weekly-2', 'weekly-2'],
    ['Weekly-2', 'weekly-2'],
    ['周二批次', 'weekly-2'],
    [' 单周 ', 'odd-2'],
    ['tuesday BATCH', 'weekly-2'],
    ['Every other', 'Every other'],
    ['周九批次', '周九批次'],
  ])('%j means %j', (written, meant) => {
    expect(batchMeant(batches, written)).toBe(meant)
  })

  it('without a plan a cell stays as written', () => {
    expect(batchMeant([], 'weekly-2')).toBe('weekly-2')
  })

  it.each(['daily', 'weekly-3', 'ab', 'abcdefghij-0'])('%j could be a batch', (written) => {
    expect(batchFault(written)).toBeUndefined()
  })

  it.each(['a', 'abcdefghijk', 'Daily', 'odd-11', 'odd-x', '周二批次'])('%j can be none', (written) => {
    expect(batchFault(written)).toMatchObject({ code: 'imports.choice_invalid', column: 'batch' })
  })
})
