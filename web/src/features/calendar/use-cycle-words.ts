import type { Text } from '#shared/languages'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay, formatFullMoment } from '../../formats.ts'

/** How a cycle reads in its history. */
export function useCycleWords(timeZone: string): RecordWords {
  const { language } = useSay()
  const { orderDay, opens, closes } = texts
  return {
    names: { orderDay, opensAt: opens, closesAt: closes },
    wordsFor: (field, value) => {
      if (typeof value !== 'string') return ''
      return field === 'orderDay'
        ? formatFullDay(value, language)
        : formatFullMoment(value, timeZone, language)
    },
  }
}

/** How what is released for a cycle reads in its history: limits by product and grade. */
export function useReleaseWords(): RecordWords {
  const { language } = useSay()
  return {
    names: { limited: texts.limitedCount, firstCome: texts.firstComeCount },
    wordsFor: (_, value) => plainWords(value, language),
    nameOf: (field, { productNames }) => nameOfLimit(field, productNames),
  }
}

/** Whose limit a field of a release is: `limit <product> <grade>` or `firstCome <product>`.
 * @example nameOfLimit('limit 1 18', { 1: { zh: '云岭', en: 'Yunling' } })?.zh // '云岭 · 18 档' */
export function nameOfLimit(field: string, productNames: unknown): Text | undefined {
  const [kind, bare = '', grade] = field.split(' ')
  if (kind !== 'limit' && kind !== 'firstCome') return undefined
  const { zh = texts.goneProduct.zh, en = texts.goneProduct.en } = partsOf(partsOf(productNames)[bare])
  const of = kind === 'firstCome' ? texts.firstComeOf : grade === '0' ? texts.limitOfAll : texts.limitOf
  return {
    zh: of.zh.replace('{product}', String(zh)).replace('{grade}', grade ?? ''),
    en: of.en.replace('{product}', String(en)).replace('{grade}', grade ?? ''),
  }
}
