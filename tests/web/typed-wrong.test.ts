import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { typedWrongTexts as texts } from '#shared/texts/typed-wrong'
import { sentenceFor } from '../../web/src/typed-wrong.ts'

describe('what is wrong with a field', () => {
  it.each([
    ['an empty line', { type: 'text', validity: { valueMissing: true } }, texts.missing.zh],
    ['no choice', { type: 'select-one', validity: { valueMissing: true } }, texts.notChosen.zh],
    ['no file', { type: 'file', validity: { valueMissing: true } }, texts.noFile.zh],
    ['half a mail address', { type: 'email', validity: { typeMismatch: true } }, texts.mail.zh],
    ['letters for a number', { type: 'number', validity: { badInput: true } }, texts.notNumber.zh],
    ['half a date', { type: 'date', validity: { badInput: true } }, texts.notMoment.zh],
    ['too little', { type: 'number', min: '1', validity: { rangeUnderflow: true } }, '至少要 1。'],
    ['too much', { type: 'number', max: '99', validity: { rangeOverflow: true } }, '最多 99。'],
    ['half a thing', { type: 'number', validity: { stepMismatch: true } }, texts.notWhole.zh],
  ])('%s is said in the language of the page', (_, field, sentence) => {
    expect(sentenceFor(field, 'zh')).toBe(sentence)
    expect(sentenceFor(field, 'en')).not.toMatch(/[一-鿿{]/)
  })
})

const sources = globSync('web/src/**/*.{tsx,astro}').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}))

it('every pattern of a field has its own sentence', () => {
  const patterns = sources.flatMap(({ text }) =>
    [...text.matchAll(/(?:pattern="|codePattern = ')([^"']+)["']/g)].map(([, pattern = '']) => pattern),
  )
  expect(patterns.length).toBeGreaterThan(3)
  for (const pattern of patterns)
    expect(sentenceFor({ type: 'text', pattern, validity: { patternMismatch: true } }, 'en')).not.toBe(
      texts.otherForm.en,
    )
})

it('no form goes without the sentences of the page', () => {
  const withoutLayout = sources
    .filter(({ file }) => file.includes('web/src/pages/') && file.endsWith('.astro'))
    .filter(({ text }) => !/layouts\/(Portal|Document)\.astro|<NotFound|<Fallback/.test(text))
  expect(withoutLayout.map(({ file }) => file)).toEqual([])
  const ownWay = sources.filter(({ text }) => /noValidate|reportValidity|setCustomValidity/.test(text))
  expect(ownWay.map(({ file }) => file)).toEqual([])
})
