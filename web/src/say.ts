import { fill, type Language, type Text } from '#shared/languages'

/** A text in one language with its places filled. English writes plurals as `{count|line|lines}`, chosen by Intl. */
export function say(text: Text, language: Language, facts: Readonly<Record<string, unknown>> = {}): string {
  const plural = new Intl.PluralRules(language)
  const chosen = text[language].replace(
    /\{(\w+)\|([^|}]*)\|([^}]*)\}/g,
    (_, name: string, one: string, other: string) =>
      plural.select(Number(facts[name])) === 'one' ? one : other,
  )
  return fill(chosen, facts)
}
