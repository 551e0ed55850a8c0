import { fill, type Language } from './languages.ts'
import { formatMoney } from './money.ts'
import type { Oddity } from './oddities.ts'
import type { OddityKind } from './oddity-kinds.ts'
import { oddityTexts as texts } from './texts/oddities.ts'

const SECONDS_A_MINUTE = 60

/** What is worth a look, a sentence for each reason, with its numbers. */
export function evidenceWords(
  { evidence, currency }: Pick<Oddity, 'evidence' | 'currency'>,
  language: Language,
): Array<{ kind: OddityKind; text: string }> {
  const { identical, device, late, swing } = evidence
  const say = (text: { zh: string; en: string }, facts: Record<string, unknown>) =>
    fill(text[language], facts)
  const money = (amount: number) => formatMoney(amount, currency, language)
  const count = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 })
  const words: Array<{ kind: OddityKind; text: string }> = []
  if (identical) {
    const { lines, quantity, shops } = identical
    words.push({ kind: 'identical', text: say(texts.identicalSays, { lines, quantity, others: shops - 1 }) })
  }
  if (device) words.push({ kind: 'device', text: say(texts.deviceSays, { others: device.shops - 1 }) })
  if (late) {
    const { number, from, to, secondsBefore } = late
    const minutes = Math.max(1, Math.round(secondsBefore / SECONDS_A_MINUTE))
    const facts = { number, minutes, from: money(from), to: money(to) }
    words.push({ kind: 'late', text: say(texts.lateSays, facts) })
  }
  if (swing) {
    const { quantity, mean, cycles } = swing
    const percent = count.format(Math.round((100 * quantity) / Math.max(mean, 1)))
    const facts = { quantity: count.format(quantity), mean: count.format(mean), cycles, percent }
    words.push({ kind: 'swing', text: say(texts.swingSays, facts) })
  }
  return words
}
