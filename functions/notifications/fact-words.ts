import type { Text } from '#shared/languages'
import { type Currency, formatMoney, type MinorUnits } from '#shared/money'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** An amount as a message says it, in each language. */
export function moneyWords(minorUnits: MinorUnits, currency: Currency): Text {
  return {
    zh: formatMoney(minorUnits, currency, 'zh'),
    en: formatMoney(minorUnits, currency, 'en'),
  }
}

/** Day and time of an instant in the company's zone, in each language. */
export function momentWords(instant: string, timeZone: string): Text {
  const format = { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  const say = (language: 'zh' | 'en') =>
    new Intl.DateTimeFormat(locales[language], { ...format, hourCycle: 'h23' }).format(Date.parse(instant))
  return { zh: say('zh'), en: say('en') }
}
