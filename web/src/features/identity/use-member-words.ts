import { roleTexts, peopleTexts as texts } from '#shared/texts/people'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'

/** A role as people call it, in one language. */
export function useRoleWord(): (role: unknown) => string {
  const { t } = useSay()
  const texted = new Map(Object.entries(roleTexts))
  return (role) => {
    const text = texted.get(String(role))
    return text ? t(text) : ''
  }
}

/** How what a member may do reads in its history. */
export function useMemberWords(): RecordWords {
  const { language } = useSay()
  const role = useRoleWord()
  return {
    names: { role: texts.role, isDisabled: texts.disabled },
    wordsFor: (field, value) => (field === 'role' ? role(value) : plainWords(value, language)),
  }
}
