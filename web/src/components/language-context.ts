import { createContext, useContext } from 'react'
import type { Language, Text } from '#shared/languages'
import { say } from '../say.ts'

export const LanguageContext = createContext<Language>('zh')

/** The page's language, and a function that says a text in it. */
export function useSay() {
  const language = useContext(LanguageContext)
  return {
    language,
    t: (text: Text, facts?: Readonly<Record<string, unknown>>) => say(text, language, facts),
  }
}
