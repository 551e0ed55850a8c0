import type { Language } from '#shared/languages'

/** A share (0 to 1) in per cent with one decimal. */
export function formatShare(share: number, language: Language): string {
  const format = { style: 'percent', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, format).format(share)
}
