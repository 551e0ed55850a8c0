import type { Language } from '#shared/languages'
import { pageTexts } from '#shared/texts/pages'
import { ApiProblem, NoAnswer } from '../api.ts'
import { say } from '../say.ts'

/** What went wrong, as a sentence for people. */
export function wordsOf(error: unknown, language: Language): string {
  if (!(error instanceof ApiProblem)) {
    if (isOfNetwork(error)) return say(pageTexts.noAnswer, language)
    return say(error instanceof NoAnswer ? pageTexts.serverTrouble : pageTexts.pageTrouble, language)
  }
  const first = error.entries.find(({ message }) => message)?.message
  if (error.code === 'request.invalid' && first) return `${error.message} ${first}`
  return error.message
}

// Browsers tell a request or a script that did not arrive by a TypeError with words of their own.
function isOfNetwork(error: unknown): boolean {
  if (error instanceof NoAnswer) return error.status === undefined
  return error instanceof TypeError && /fetch|network|load failed|loading|importing/i.test(error.message)
}
