import { languages } from '#shared/languages'

/** The paths of a page in each language. */
export function inEachLanguage() {
  return languages.map((language) => ({ params: { language }, props: { language } }))
}
