// Turns what a schema refuses into one entry a field, in the language of the reader.
import type { ZodError } from 'zod'
import { fill, type Language, type Text } from '#shared/languages'
import { Problem, type ProblemEntry } from '#shared/problems'
import { fieldTexts } from '#shared/texts/fields'
import type { PortalContext } from './context.ts'

type Issue = ZodError['issues'][number]
const MOST_ENTRIES = 100

/** The hook of every validated request: throws `request.invalid` with all that is wrong. */
export function refuseBadInput(
  result: { success: boolean; error?: ZodError },
  context: PortalContext,
): undefined {
  if (result.success || !result.error) return undefined
  const language = context.get('language')
  const entries = result.error.issues.map((issue) => entryOf(issue, language))
  throw new Problem('request.invalid', { count: entries.length }, entries.slice(0, MOST_ENTRIES))
}

function entryOf(issue: Issue, language: Language): ProblemEntry {
  const { text, facts } = sayingOf(issue)
  const path = issue.path.map(String).join('.')
  return { path, code: `request.${issue.code}`, message: fill(text[language], facts), ...facts }
}

function sayingOf(issue: Issue): { text: Text; facts: Record<string, unknown> } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { text: fieldTexts.missing, facts: {} }
        : { text: fieldTexts.wrongType, facts: { expected: issue.expected } }
    case 'too_small':
      return { text: fieldTexts.tooSmall, facts: { minimum: Number(issue.minimum) } }
    case 'too_big':
      return { text: fieldTexts.tooLarge, facts: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      return { text: fieldTexts.wrongFormat, facts: {} }
    case 'invalid_value':
      return { text: fieldTexts.notOneOf, facts: { values: issue.values.map(String).join(', ') } }
    default:
      return { text: fieldTexts.invalid, facts: {} }
  }
}
