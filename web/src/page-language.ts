import type { Language } from '#shared/languages'

/** The language of the page that is open. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'zh'
}
