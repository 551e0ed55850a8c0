import { productFieldTexts, productStateTexts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'

const states = ['draft', 'on-sale', 'suspended', 'ended'] as const

/** How the record of a product reads in its history. */
export function useProductWords(): RecordWords {
  const { t, language } = useSay()
  const text = (value: unknown) => plainWords(value, language)
  const count = (value: unknown) => (Array.isArray(value) ? String(value.length) : '')
  const readings = new Map<string, (value: unknown) => string>([
    [
      'state',
      (value) => {
        const state = states.find((each) => each === value)
        return state ? t(productStateTexts[state]) : ''
      },
    ],
    ['taxRate', (value) => (typeof value === 'number' ? String(value / 100) : '')],
    [
      'packs',
      (value) =>
        (Array.isArray(value) ? value.map(partsOf) : [])
          .map(({ unit, contains }) => `${text(unit)} = ${contains}`)
          .join('；'),
    ],
    ['pictures', count],
    ['substitutes', count],
  ])
  return { names: productFieldTexts, wordsFor: (field, value) => (readings.get(field) ?? text)(value) }
}
