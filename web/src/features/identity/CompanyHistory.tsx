import { toldSettingTexts as texts } from '#shared/texts/told-settings'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

const place = { path: '/company', queryKey: ['company settings'] }
const { preset, companyName: name, currency, timeZone, brandColour, servicePhone } = texts
const { oneOrderACycle, pricesIncludeTax } = texts

/** Who changed what of the settings of the company and of the tree of its units. */
export function CompanyHistory() {
  const { t, language } = useSay()
  const words: RecordWords = {
    names: {
      ...{ name, preset, currency, timeZone, brandColour, servicePhone },
      ...{ oneOrderACycle, pricesIncludeTax },
    },
    nameOf: (field) => {
      const [, path] = /^unit (.+)$/.exec(field) ?? []
      if (!path) return undefined
      return { zh: texts.unit.zh.replace('{path}', path), en: texts.unit.en.replace('{path}', path) }
    },
    wordsFor: (field, value) => {
      if (field === 'preset' && (value === 'supplied' || value === 'traded')) return t(texts[value])
      return plainWords(value, language)
    },
  }
  return <HistoryFold place={place} words={words} title={t(texts.company)} />
}
