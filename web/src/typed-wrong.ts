import type { Language, Text } from '#shared/languages'
import { typedWrongTexts as texts } from '#shared/texts/typed-wrong'
import { say } from './say.ts'

/** What a browser knows of a field that it would not send. */
export type RefusedField = Pick<HTMLInputElement, 'type'> &
  Partial<Pick<HTMLInputElement, 'min' | 'max' | 'minLength' | 'pattern'>> & {
    validity: Partial<ValidityState>
  }

const patterns = new Map<string, Text>([
  ['[0-9A-Za-z\\-]+', texts.code],
  ['[a-z]{2,10}(-[0-9])?', texts.batchCode],
  ['#[0-9a-fA-F]{6}', texts.colour],
  ['\\d{1,9}(\\.\\d{1,2})?', texts.amount],
])
const missing = new Map<string, Text>([
  ['select-one', texts.notChosen],
  ['radio', texts.notChosen],
  ['checkbox', texts.notTicked],
  ['file', texts.noFile],
])

/** The sentence that says how a field is mended that the browser would not send.
 * @example sentenceFor({ type: 'number', min: '1', validity: { rangeUnderflow: true } }, 'en') // 'It must be 1 or more.' */
export function sentenceFor({ validity, type, ...field }: RefusedField, language: Language): string {
  const to = (text: Text, limit?: unknown) => say(text, language, { limit })
  if (validity.valueMissing) return to(missing.get(type) ?? texts.missing)
  if (validity.badInput) return to(type === 'number' ? texts.notNumber : texts.notMoment)
  if (validity.typeMismatch) return to(type === 'email' ? texts.mail : texts.otherForm)
  if (validity.rangeUnderflow) return to(texts.tooLittle, field.min)
  if (validity.rangeOverflow) return to(texts.tooMuch, field.max)
  if (validity.tooShort) return to(texts.tooShort, field.minLength)
  if (validity.stepMismatch) return to(texts.notWhole)
  return to(patterns.get(field.pattern ?? '') ?? texts.otherForm)
}
