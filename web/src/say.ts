import { fill, type Language, type Text } from '#shared/languages'

// Pages say hundreds of texts while they open: rules of plurals are made once, and only where a text has any.
const plurals = new Map<Language, Intl.PluralRules>()

function pluralsOf(language: Language): Intl.PluralRules {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language)
  plurals.set(language, rules)
  return rules
}

/** A text in one language with its places filled. English writes plurals as `{count|line|lines}`, chosen by Intl. */
export function say(text: Text, language: Language, facts: Readonly<Record<string, unknown>> = {}): string {
  const chosen = text[language].replace(
    /\{(\w+)\|([^|}]*)\|([^}]*)\}/g,
    (_, name: string, one: string, other: string) =>
      pluralsOf(language).select(Number(facts[name])) === 'one' ? one : other,
  )
  return fill(chosen, facts)
}
