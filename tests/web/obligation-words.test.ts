import { describe, expect, it } from 'vitest'
import { languages } from '#shared/languages'
import { type Obligation, obligationKinds } from '#shared/obligations'
import { wordsOfObligation } from '../../web/src/features/home/obligation-words.ts'

const facts = {
  number: '0183-27A',
  missing: 46_000,
  total: 846_000,
  currency: 'CNY',
  requestKind: 'licence',
  reason: 'Unreadable.',
  expiresOn: '2026-12-20',
  isOver: false,
  count: 3,
  isMore: false,
}

const due = (kind: Obligation['kind'], more: Obligation['facts'] = {}): Obligation => ({
  kind,
  id: kind,
  facts: { ...facts, ...more },
  to: 'order/',
})

/** Those two have a card of their own. */
const kindsInWords = obligationKinds.filter((kind) => kind !== 'order' && kind !== 'on-hold')

describe.each(languages)('what is due, in %s', (language) => {
  it.each(kindsInWords)('%s has a title and a sentence', (kind) => {
    const { title, text } = wordsOfObligation(due(kind), language)
    expect([title, text].filter((words) => words === '' || /[{}]|undefined|NaN/.test(words))).toEqual([])
  })

  it('a count that was cut off says so', () => {
    const { title } = wordsOfObligation(due('requests-waiting', { count: 100, isMore: true }), language)
    expect(title).toContain('100+')
  })

  it('a licence that is over says so', () => {
    const [before, after] = [false, true].map((isOver) =>
      wordsOfObligation(due('licence', { isOver }), language),
    )
    expect(after?.text).not.toBe(before?.text)
  })
})
