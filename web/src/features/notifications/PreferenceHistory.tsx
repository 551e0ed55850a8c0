import { preferenceTexts as texts } from '#shared/texts/preferences'
import { useSay } from '../../components/language-context.ts'
import { partsOf, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { chosenKinds } from './chosen-kinds.ts'

const place = { path: '/people/me/preferences', queryKey: ['preferences'] }

/** What one chose before about being told, and as of a day. */
export function PreferenceHistory({ version }: { version: number }) {
  const { t } = useSay()
  const waysOf = (value: unknown) => {
    const { sms, mail } = partsOf(value)
    return [sms && t(texts.sms), mail && t(texts.mail)].filter(Boolean).join(' + ') || '—'
  }
  const kindWords = (value: unknown) => {
    const kinds = partsOf(value)
    const said = chosenKinds.filter((kind) => kinds[kind] !== undefined)
    return said.map((kind) => `${t(texts[kind])}: ${waysOf(kinds[kind])}`).join('；')
  }
  const quietWords = (value: unknown) => {
    const { from, to, except } = partsOf(value)
    if (from === undefined) return ''
    const excepted = (['access', ...chosenKinds] as const).filter(
      (kind) => Array.isArray(except) && except.includes(kind),
    )
    const names = excepted.map((kind) => t(texts[kind])).join('、')
    return `${from}–${to}${names && ` · ${t(texts.except)}: ${names}`}`
  }
  const readings = new Map<string, (value: unknown) => string>([
    ['kinds', kindWords],
    ['quiet', quietWords],
    ['digest', (value) => String(partsOf(value).at ?? '')],
  ])
  const words: RecordWords = {
    names: { kinds: texts.kinds, quiet: texts.quiet, digest: texts.digest },
    wordsFor: (field, value) => readings.get(field)?.(value) ?? '',
  }
  return <HistoryFold key={version} place={place} words={words} isAlone />
}
