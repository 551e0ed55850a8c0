import { isCounted, isUnitWord } from './unit-words.ts'
import {
  CLOSE_STEPS,
  COUNTERS,
  countOf,
  NUMBER,
  plainText,
  STEPS,
  stepsOf,
  type WrittenQuantity,
  withoutGroups,
} from './written-numbers.ts'

/** A name and a quantity as they may stand in one text. `numbered` is the name with the number, when it stood behind it:
 * the number may belong to the name. */
export type Parting = { name: string; quantity: WrittenQuantity; numbered?: string }

const UNIT = String.raw`\s*(\p{L}{0,8})\.?$`
const atEnd = [
  String.raw`^(.+?)[\s:=]*(?<![a-z])[x×*]\s*(${NUMBER})${UNIT}`,
  String.raw`^(.+?)\s*[([【]\s*(${NUMBER})\s*(\p{L}{0,8})\s*[)\]】]$`,
  String.raw`^(.+?)(?:\s*(?:[:=—–]|\.{2,})\s*|\s+|(?<=[\p{Script=Han})])-)(${NUMBER})${UNIT}`,
  String.raw`^(.+?)(?<![a-z\d._/-])(${NUMBER})${UNIT}`,
  String.raw`^(.+?)(?<![\d.-])(${NUMBER})\s*(\p{Script=Han}{1,4})$`,
].map((source) => new RegExp(source, 'iu'))
const atStart = [
  String.raw`^(${NUMBER})()\s*[x×*]\s*(.+)$`,
  String.raw`^(${NUMBER})\s*(\p{Script=Han}{2})\s*(?:的\s*)?(.+)$`,
  String.raw`^(${NUMBER})\s*(\p{Script=Han})\s*(?:的\s*)?(.+)$`,
  String.raw`^(${NUMBER})\s*([a-z]{1,8})\.?\s+(?:of\s+)?(.+)$`,
  String.raw`^(${NUMBER})()\s+(.+)$`,
  String.raw`^(${NUMBER})()(?=\p{Script=Han})(.+)$`,
].map((source) => new RegExp(source, 'iu'))
const stepsAtEnd = new RegExp(String.raw`^(.+?)[\s:=]*(?<![a-z\d._/-])(${STEPS})$`, 'iu')
const stepsAtStart = new RegExp(String.raw`^(${STEPS})\s*(?:的\s*)?(.+)$`, 'iu')

/** The ways in which a name and a quantity may stand in one text, the likeliest first: a word that counts nothing is no
 * unit in front of a name, and behind a number only when nothing better is found. */
export function partings(text: string, units: ReadonlySet<string>): Parting[] {
  const plain = plainText(text)
  const behind = atEnd.flatMap((pattern) => {
    const [, name = '', count = '', unit = ''] = pattern.exec(plain) ?? []
    const numbered = `${name} ${count}`
    return partingOf(name, count, unit).map((parting) => ({ ...parting, numbered }))
  })
  const ahead = atStart.flatMap((pattern) => {
    const [, count = '', unit = '', name = ''] = pattern.exec(plain) ?? []
    return unit === '' || isUnitWord(unit, units) ? partingOf(name, count, unit) : []
  })
  const all = [...behind, ...steppedPartings(plain), ...ahead]
  const counts = ({ quantity }: Parting) => isCounted(quantity, units)
  return [...all.filter(counts), ...all.filter((parting) => !counts(parting))]
}

/** A name with a quantity in units of several sizes. */
function steppedPartings(plain: string): Parting[] {
  const [, behind = '', last = ''] = stepsAtEnd.exec(plain) ?? []
  const [, first = '', ahead = ''] = stepsAtStart.exec(plain) ?? []
  const found = [
    { name: behind.trim(), quantity: stepsOf(last) },
    { name: ahead.trim(), quantity: stepsOf(first) },
  ]
  return found.flatMap(({ name, quantity }) => (name !== '' && quantity ? [{ name, quantity }] : []))
}

/** Texts of one product each, cut where a quantity with its unit ends, or begins when the text begins with one. With
 * `isLoose` a blank behind a bare number is such a place as well. None when there is nothing to cut. */
export function cutsOf(text: string, units: ReadonlySet<string>, isLoose: boolean): string[] {
  const plain = plainText(text)
  const shown = withoutGroups(text).trim()
  const source = shown.length === plain.length ? shown : plain
  const counts = [...plain.matchAll(counted)].flatMap((found) => {
    const { 0: whole, 1: steps, 2: times = '', 3: count = '', 4: unit = '', index: from } = found
    if (steps ?? isUnitWord(unit, units)) return [{ from, to: from + whole.length }]
    const to = from + times.length + count.length
    const isCut = times !== '' || /^(?:\s|[x×*]|$)/.test(plain.slice(to))
    return isLoose && isCut ? [{ from, to }] : []
  })
  const isNumberFirst = counts[0]?.from === 0
  const places = counts.map(({ from, to }) => (isNumberFirst ? from : to))
  const edges = [...new Set([0, ...places, plain.length])]
  const pieces = edges.slice(1).map((edge, at) => source.slice(edges[at], edge))
  const bare = pieces
    .map((piece) => piece.replace(/^(?:[\s+和跟及]|and\s)+|(?:[\s+]|\sand\b)+$/gi, ''))
    .filter((piece) => piece !== '')
  return bare.length > 1 ? bare : []
}

const counted = new RegExp(
  [
    String.raw`(?:(?<![a-z\d._/-])(${CLOSE_STEPS})|((?<=[\d\s\p{Script=Han})\]])[x×*]\s*|(?<![a-z\d._/-]))(${NUMBER})`,
    String.raw`(?:\s*([${COUNTERS}]|[a-z]{2,8}(?![a-z])))?)(?!(?![x×*])[a-z\d.])`,
  ].join(''),
  'giu',
)

function partingOf(name: string, count: string, unit: string): Parting[] {
  const read = count === '' ? undefined : countOf(count)
  return name === '' || read === undefined ? [] : [{ name: name.trim(), quantity: { count: read, unit } }]
}
