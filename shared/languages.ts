/** The languages people read the product in; the first one leads. */
export const languages = ['zh', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in both languages. */
export type Text = Readonly<Record<Language, string>>

/** A literal of texts, keyed by name. */
export type Texts = Readonly<Record<string, Text>>

/** Picks the language of an `Accept-Language` value; Chinese unless English is asked for first. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh'
}

/** Fills `{name}` places of a text. A place without a fact stays visible, so that a test finds it. */
export function fill(text: string, facts: Readonly<Record<string, unknown>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    facts[name] === undefined ? place : String(facts[name]),
  )
}
