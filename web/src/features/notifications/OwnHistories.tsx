import { largeModeTexts } from '#shared/texts/large-mode'
import { peopleTexts } from '#shared/texts/people'
import { toldSettingTexts as texts } from '#shared/texts/told-settings'
import { useSay } from '../../components/language-context.ts'
import { plainWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

const { name, phone, mail } = peopleTexts

/** How I was called and reached, and how large I read, before and as of a day. */
export function OwnHistories() {
  const { t, language } = useSay()
  const wordsFor = (_: string, value: unknown) => plainWords(value, language)
  return (
    <>
      <HistoryFold
        place={{ path: '/people/me', queryKey: ['my reach'] }}
        words={{ names: { name, phone, mail }, wordsFor }}
        title={t(texts.reach)}
        isAlone
      />
      <HistoryFold
        place={{ path: '/people/me/large-mode', queryKey: ['my large mode'] }}
        words={{ names: { isOn: largeModeTexts.largeMode }, wordsFor }}
        title={t(texts.largeMode)}
        isAlone
      />
    </>
  )
}
