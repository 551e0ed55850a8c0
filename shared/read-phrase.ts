import { withoutCourtesy } from './chatter.ts'
import {
  exactlyMeant,
  isWithinName,
  type Meant,
  type NameIndex,
  plainName,
  productsMeant,
} from './name-index.ts'
import { cutsOf, type Parting, partings } from './part-phrase.ts'
import { isCounted, isQuantity } from './unit-words.ts'
import { quantityIn, type WrittenQuantity } from './written-numbers.ts'

/** What a text was understood as: the products it may mean, and how much of it. */
export type ReadGoods = { meant: Meant; quantity?: WrittenQuantity }

/** A text that may mean goods, and what it was understood as. */
export type ReadPhrase = ReadGoods & { text: string }

const nothing: Meant = { products: [], isSure: false, by: 'likeness' }
const price =
  /(?:@|单价|价格?)?\s*[¥￥$€£]\s*\d[\d.]*(?:\s*\/\s*\p{L}+)?|(?:单价|价格?)?\s*\d[\d.]*\s*(?:元|块钱)(?:\s*[/每一]\s*\p{L})?|@\s*\d[\d.]*/gu
const lead = /^(?:[要来加订拿和跟与及再还]|and\s|plus\s)+\s*/i
const tail = /[\s,]*(?:各|每样|一共|总共|[要来订拿共])+$/
/** What stands before a colon, unless a quantity alone is behind it, or it takes back what follows or tells of before. */
const speaker =
  /^(?!.*(?:[不别退消未无没减欠]|上次|上回|原来|昨天|库存|还剩|cancel|return|not?\b|last).*[:：]).*[:：](?!\s*[x×*]?[\d零一二两三四五六七八九十百千万.]+\s*\p{L}{0,8}$)\s*/iu
const MOST_NAMES = 3
const LEAST_OF_CODE = 3

/** A name and a quantity in one text: the reading whose name is understood best. */
export function readPhrase(text: string, index: NameIndex): ReadGoods {
  const whole = index.exact.get(plainName(text))
  if (whole) return { meant: whole }
  const bare = withoutCourtesy(text.replace(price, ' '))
  const said = withoutCourtesy(bare.replace(speaker, ''))
  const [first, ...others] = [...new Set([text, bare, said])]
    .filter((one) => one.trim() !== '' && !isQuantity(one, index.units))
    .map((one) => readPlain(one, index))
  const all = first ? [first, ...others] : []
  return (
    all.find(({ meant, quantity }) => meant.isSure && quantity) ??
    all.find(({ meant }) => meant.isSure) ??
    all.find(({ meant }) => meant.products.length > 0) ??
    first ?? { meant: nothing }
  )
}

/** The goods of one text: one product with its quantity or, when that means nothing, several that are each understood. */
export function readPhrases(text: string, index: NameIndex, each?: string): ReadPhrase[] {
  const read = readPhrase(text, index)
  if (each !== undefined) return readEach(text, index, each, read)
  if (read.meant.isSure && read.quantity && isCounted(read.quantity, index.units)) return [{ ...read, text }]
  const bare = withoutCourtesy(text.replace(price, ' ').replace(speaker, ''))
  const strict = piecesOf(cutsOf(bare, index.units, false), index)
  if (strict.some(isClear) && (strict.every(isClear) || /[\s+]/.test(bare))) return strict
  const cuts = cutsOf(bare, index.units, true)
  const loose = cuts.length > strict.length ? piecesOf(cuts, index) : []
  return loose.length > 0 && loose.every(isClear) ? loose : [{ ...read, text }]
}

function readEach(text: string, index: NameIndex, each: string, own: ReadGoods): ReadPhrase[] {
  const quantity = quantityIn(each)
  const isOwn = own.meant.isSure && own.quantity && own.meant.by !== 'likeness'
  if (isOwn) return [{ ...own, text }]
  const whole = meaningOf(text, index)
  if (whole.isSure) return [{ text, meant: whole, ...(quantity && { quantity }) }]
  const parts = text.split(/[\s+和跟与及]+/).map((part) => ({ text: part, meant: meaningOf(part, index) }))
  if (parts.length > 1 && parts.every(({ meant }) => meant.isSure))
    return parts.map((part) => ({ ...part, ...(quantity && { quantity }) }))
  return [{ text, meant: whole, ...(quantity && { quantity }) }]
}

function piecesOf(pieces: readonly string[], index: NameIndex): ReadPhrase[] {
  return pieces
    .filter((text) => withoutCourtesy(text) !== '')
    .map((text) => ({ ...readPhrase(text, index), text }))
}

function isClear({ meant, quantity }: ReadPhrase): boolean {
  return meant.isSure && quantity !== undefined
}

function readPlain(text: string, index: NameIndex): ReadGoods {
  const found = partings(text, index.units)
  for (const { name, quantity } of found) {
    const meant = exactMeaningOf(name, index)
    if (meant) return { meant, quantity }
  }
  if (isWithinName(index, text)) return { meant: productsMeant(index, text) }
  const names = [...new Set(found.map(({ name }) => name))].slice(0, MOST_NAMES)
  const tries = found.flatMap((parting) =>
    names.includes(parting.name) ? [{ parting, meant: meaningOf(parting.name, index) }] : [],
  )
  const best = tries.find(({ meant }) => meant.isSure) ?? tries.find(({ meant }) => meant.products.length > 0)
  if (best) return withNumberOf(best.parting, best.meant, index)
  const [first] = found
  const whole = meaningOf(text, index)
  return first && whole.products.length === 0
    ? { meant: nothing, quantity: first.quantity }
    : { meant: whole }
}

/** A number that the name itself goes on with is no quantity. */
function withNumberOf({ numbered, quantity }: Parting, meant: Meant, index: NameIndex): ReadGoods {
  return numbered !== undefined && isWithinName(index, numbered) ? { meant } : { meant, quantity }
}

/** What a name means: as it stands, without the words around it, or by a code with the name beside it. */
export function meaningOf(name: string, index: NameIndex): Meant {
  const exact = exactMeaningOf(name, index)
  if (exact) return exact
  const meant = productsMeant(index, name)
  const short = name.replace(tail, '')
  if (short === name || (meant.by === 'part' && meant.isSure)) return byCode(name, index) ?? meant
  const behind = productsMeant(index, short)
  return behind.by === 'part' && behind.isSure ? behind : (byCode(name, index) ?? meant)
}

function exactMeaningOf(name: string, index: NameIndex): Meant | undefined {
  const short = name.replace(tail, '')
  return (
    exactlyMeant(index, name) ?? exactlyMeant(index, short) ?? exactlyMeant(index, short.replace(lead, ''))
  )
}

/** A code with the name beside it: sure when both mean the same product. */
function byCode(name: string, index: NameIndex): Meant | undefined {
  const words = name.split(/[\s·,/|]+/)
  const codes = words.filter(
    (word) => /\d/.test(word) && word.length >= LEAST_OF_CODE && index.exact.get(plainName(word)),
  )
  const [code] = codes
  const meant = code === undefined || codes.length > 1 ? undefined : index.exact.get(plainName(code))
  if (!meant?.isSure) return undefined
  const rest = plainName(words.filter((word) => word !== code).join(''))
  const [product] = meant.products
  const forms = index.names.find(({ productId }) => productId === product)?.forms ?? []
  const isSame = /\p{L}/u.test(rest) && forms.some((form) => form.includes(rest))
  return { ...meant, isSure: isSame || rest === '' }
}
