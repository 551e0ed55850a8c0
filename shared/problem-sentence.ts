import { fill, type Language, type Text } from './languages.ts'
import { type Currency, formatMoney } from './money.ts'
import type { NamedQuantity } from './order-refusal.ts'

export type Facts = Readonly<Record<string, unknown>>

const NAMED_AT_MOST = 3

const moneyFacts = new Set([
  'total',
  'available',
  'over',
  'seen',
  'spendable',
  'spent',
  'unspent',
  'leastTotal',
  'missing',
])
const instantFacts = new Set(['opensAt', 'closesAt', 'periodEnds', 'until', 'remindedAt'])

/** What is said in another way: of a shop that gets twice as much, of a product in steps of one, of a line that shares
 * its price band with others of the order. */
type Sentence = Text & { doubled?: Text; single?: Text; shared?: Text }

/** A sentence with its facts, in one language. Facts in minor units are written with `facts.currency`, instants in
 * `facts.timeZone`, lists of quantities with "or", names in that language. */
export function sentenceOf(sentence: Sentence, facts: Facts, language: Language): string {
  const written = Object.entries(facts).map(([name, value]) => [
    name,
    writtenFact(name, value, facts, language),
  ])
  return fill(saidBy(sentence, facts)[language], Object.fromEntries(written))
}

function saidBy(sentence: Sentence, { isDoubled, isSingle, others }: Facts): Text {
  if (isDoubled === true && sentence.doubled) return sentence.doubled
  if (isSingle === true && sentence.single) return sentence.single
  return (others !== undefined && sentence.shared) || sentence
}

function writtenFact(name: string, value: unknown, facts: Facts, language: Language): unknown {
  if (isText(value)) return value[language]
  if (Array.isArray(value) && value.every(isNamed)) return namedInShort(value, language)
  if (Array.isArray(value)) return value.join(language === 'zh' ? ' 或 ' : ' or ')
  if (typeof value === 'number' && moneyFacts.has(name))
    return formatMoney(value, currencyOf(facts), language)
  if (typeof value === 'string' && instantFacts.has(name)) {
    const timeZone = typeof facts.timeZone === 'string' ? facts.timeZone : 'UTC'
    const format = { timeZone, dateStyle: 'medium', timeStyle: 'short' } as const
    return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', format).format(Date.parse(value))
  }
  return value
}

/** The first few with their quantities, and how many there are. */
function namedInShort(all: readonly NamedQuantity[], language: Language): string {
  const shown = all.slice(0, NAMED_AT_MOST).map(({ name, quantity }) => `${name[language]} ${quantity}`)
  const more = all.length - shown.length
  if (language === 'zh') return `${shown.join('、')}${more > 0 ? ` 等 ${all.length} 行` : ' '}`
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function isNamed(value: unknown): value is NamedQuantity {
  return typeof value === 'object' && value !== null && 'name' in value && 'quantity' in value
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

function currencyOf(facts: Facts): Currency {
  return facts.currency === 'GBP' || facts.currency === 'USD' || facts.currency === 'EUR'
    ? facts.currency
    : 'CNY'
}
