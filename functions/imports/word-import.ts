import type { ImportView } from '#shared/imports'
import type { Language } from '#shared/languages'
import { isProblemCode, problemSentence } from '#shared/problems'

/** An import with the sentence of what went wrong. */
export function wordImport(found: ImportView, language: Language): ImportView {
  const { problem, facts = {} } = found
  if (!problem || !isProblemCode(problem)) return found
  return { ...found, message: problemSentence(problem, facts, language) }
}
