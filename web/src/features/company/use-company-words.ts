import { companyEventTexts, companyFieldTexts, companyTexts as texts } from '#shared/texts/company'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'

/** How the settings and the units read, in a form and in their history. */
export function useCompanyWords(): RecordWords {
  const { t, language } = useSay()
  const wordsFor = (field: string, value: unknown) => {
    if (field === 'preset' && (value === 'supplied' || value === 'traded')) return t(texts[value])
    if (typeof value === 'boolean') return t(value ? texts.yes : texts.no)
    const { zh, en } = partsOf(value)
    return typeof zh === 'string' && zh !== en ? `${zh} / ${en}` : plainWords(value, language)
  }
  const nameOf = (field: string) => {
    const [, kind, path] = /^(unit|level) (.+)$/.exec(field) ?? []
    if (!path) return undefined
    const name = kind === 'unit' ? texts.units : texts.level
    return { zh: `${name.zh} ${path}`, en: `${name.en} ${path}` }
  }
  return { names: companyFieldTexts, wordsFor, nameOf, events: companyEventTexts }
}
