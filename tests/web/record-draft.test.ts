import { describe, expect, it } from 'vitest'
import {
  afterChoice,
  afterOthers,
  afterSave,
  afterTyping,
  hasChanges,
  type RecordDraft,
  shownFields,
} from '../../web/src/components/form/record-draft.ts'

type Shop = { name: string; route: string; grade: number }

const shop: Shop = { name: '兴旺便利店', route: '城东一线', grade: 18 }
const untouched: RecordDraft<Shop> = { base: { fields: shop, version: 3 }, clashes: [] }

describe('what is typed while a record is saved', () => {
  it('stays as a change when the save arrives', () => {
    const sent = shownFields(afterTyping(untouched, { route: '城南' }))
    const meanwhile = afterTyping(afterTyping(untouched, { route: '城南' }), { grade: 20 })
    const now = afterSave(meanwhile, sent, { fields: sent, version: 4 })
    expect(shownFields(now)).toEqual({ ...shop, route: '城南', grade: 20 })
    expect(now.base).toEqual({ fields: sent, version: 4 })
    expect(hasChanges(now)).toBe(true)
  })

  it('counts as a change when typed back to before', () => {
    const typed = afterTyping(untouched, { grade: 20 })
    const saved = { fields: shownFields(typed), version: 4 }
    const now = afterSave(afterTyping(typed, { grade: 18 }), shownFields(typed), saved)
    expect(shownFields(now).grade).toBe(18)
    expect(hasChanges(now)).toBe(true)
  })

  it('leaves nothing unsaved when nothing was typed', () => {
    const typed = afterTyping(untouched, { name: ' 兴旺超市 ' })
    const now = afterSave(typed, shownFields(typed), { fields: { ...shop, name: '兴旺超市' }, version: 4 })
    expect(shownFields(now).name).toBe('兴旺超市')
    expect(hasChanges(now)).toBe(false)
  })

  it('is merged too when someone else saved first', () => {
    const typed = afterTyping(untouched, { grade: 20 })
    const theirs = { fields: { ...shop, grade: 19, route: '城北' }, version: 4 }
    const now = afterOthers(afterTyping(typed, { name: '兴旺超市' }), theirs)
    expect(shownFields(now)).toEqual({ name: '兴旺超市', route: '城北', grade: 20 })
    expect(now.clashes).toEqual([{ field: 'grade', mine: 20, theirs: 19 }])
  })
})

describe('a field that both changed', () => {
  const theirs = { fields: { ...shop, grade: 19 }, version: 4 }
  const clashing = afterOthers(afterTyping(untouched, { grade: 20 }), theirs)

  it('offers what was typed into it last', () => {
    const now = afterTyping(clashing, { grade: 21 })
    expect(now.clashes).toEqual([{ field: 'grade', mine: 21, theirs: 19 }])
  })

  it('is settled by the choice of a person', () => {
    const now = afterChoice(clashing, 'grade', 19)
    expect(now.clashes).toEqual([])
    expect(hasChanges(now)).toBe(false)
  })
})
