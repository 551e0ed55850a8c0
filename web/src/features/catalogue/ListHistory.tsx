import { priceTexts as texts } from '#shared/texts/prices'
import { productFieldTexts } from '#shared/texts/products'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

const levels = ['class', 'group', 'company'] as const

/** What became of a price list itself; its rows tell their own. */
export function ListHistory({ list }: { list: string }) {
  const { t, language } = useSay()
  const words: RecordWords = {
    names: { name: productFieldTexts.name, level: texts.level },
    wordsFor: (field, value) => {
      const level = field === 'level' && levels.find((each) => each === value)
      return level ? t(texts[level]) : plainWords(value, language)
    },
  }
  return (
    <HistoryFold place={{ path: `/price-lists/${list}`, queryKey: ['price-list', list] }} words={words} />
  )
}
