import type { Language } from '#shared/languages'
import { pageTexts } from '#shared/texts/pages'
import { ApiProblem, NoAnswer } from '../api.ts'
import { say } from '../say.ts'

/** What went wrong, as a sentence for people. */
export function wordsOf(error: unknown, language: Language): string {
  if (!(error instanceof ApiProblem)) {
    const isTheirs = error instanceof NoAnswer && error.status !== undefined
    return say(isTheirs ? pageTexts.serverTrouble : pageTexts.noAnswer, language)
  }
  const first = error.entries.find(({ message }) => message)?.message
  if (error.code === 'request.invalid' && first) return `${error.message} ${first}`
  return error.message
}
