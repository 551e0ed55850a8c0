import type { Text } from '#shared/languages'
import { type Currency, formatMoney, type MinorUnits } from '#shared/money'

/** An SMS has room for so many names. */
const MOST_NAMED = 3

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

/** A day of the company, in each language. */
export function dayWords(date: string): Text {
  const format = { timeZone: 'UTC', month: 'short', day: 'numeric' } as const
  const say = (language: 'zh' | 'en') =>
    new Intl.DateTimeFormat(locales[language], format).format(Date.parse(`${date}T00:00:00Z`))
  return { zh: say('zh'), en: say('en') }
}

/** A day and the one it is moved to, in each language. */
export function movedDayWords(from: string, to: string): Text {
  const [was, day] = [dayWords(from), dayWords(to)]
  return { zh: `${was.zh}（移到${day.zh}）`, en: `${was.en} (moved to ${day.en})` }
}

/** Lines whose quantity is another one, after what they are called together; nothing when there are none. */
export function linesInWords(
  lines: ReadonlyArray<{ name: Text; from: number; to: number }>,
  called: Text,
): Text | string {
  if (lines.length === 0) return ''
  const said = (language: 'zh' | 'en') =>
    lines
      .slice(0, MOST_NAMED)
      .map(({ name, from, to }) => `${name[language]} ${from}→${to}`)
      .join(language === 'zh' ? '、' : ', ')
  const more = lines.length > MOST_NAMED
  return {
    zh: `${called.zh}${said('zh')}${more ? '等' : ''}。`,
    en: `${called.en}${said('en')}${more ? ' …' : ''}. `,
  }
}
