import type { ProductId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { Refusal } from '#shared/order-rules'
import { orderProblems } from '#shared/problem-lists/orders'
import { sentenceOf } from '#shared/problem-sentence'
import { isShortage } from '#shared/supply-left'
import { wordsOf } from '../../../../components/problem-words.ts'
import { quantityOf, type Typed } from '../draft/quantities.ts'
import type { Offers } from '../fill/order-again.ts'
import type { RowWrong } from '../rows/order-row-props.ts'
import type { Judgement } from './judge-sheet.ts'
import type { Submission } from './use-submission.ts'

export type RefusedPoint = { key: string; sentence: string; name?: string; productId?: ProductId }

/** Everything wrong with a sheet, said in words. */
export type SheetWords = {
  rows: ReadonlyMap<ProductId, RowWrong>
  whole: readonly string[]
  refusedPoints: readonly RefusedPoint[]
}

/** What is missing of the order minimum stands beside the total; a window that is not open has a notice of its own. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'orders.below_minimum',
  'orders.not_open_yet',
  'orders.after_cut_off',
])

/** Says what is wrong by the rules here, and what the server refused as long as its line still stands as it was sent. */
export function refusalWords(
  judgement: Judgement,
  refused: Submission['refused'],
  typed: Typed,
  offers: Offers,
  language: Language,
): SheetWords {
  const rows = new Map<ProductId, RowWrong>()
  const points: RefusedPoint[] = []
  for (const [productId, refusals] of judgement.byProduct) rows.set(productId, rowWrong(refusals, language))
  for (const point of refused ? pointsOf(refused, language) : []) {
    const { productId, quantity, nearest } = point
    const stands = productId === undefined || quantityOf(typed[productId]) === quantity
    if (!stands) continue
    points.push({ ...point, name: productId && offers.get(productId)?.name[language] })
    if (productId && !rows.has(productId)) rows.set(productId, { sentences: [point.sentence], nearest })
  }
  const whole = judgement.whole.filter(({ code }) => !saidElsewhere.has(code))
  return { rows, whole: sentencesOf(whole, language), refusedPoints: points }
}

/** The sentence of each refusal. */
export function sentencesOf(refusals: readonly Refusal[], language: Language): string[] {
  return refusals.map(({ code, facts }) => sentenceOf(orderProblems[code], facts, language))
}

function rowWrong(refusals: readonly Refusal[], language: Language): RowWrong {
  const nearest = refusals.flatMap(({ facts }) => facts.nearest ?? [])
  return {
    sentences: sentencesOf(refusals, language),
    nearest: [...new Set(nearest)],
    // What is no quantity cannot be wanted either.
    isShort: refusals.some(isShortage) && refusals[0]?.code !== 'orders.quantity_invalid',
  }
}

type SentPoint = {
  key: string
  sentence: string
  nearest: number[]
  productId?: ProductId
  quantity?: number
}

function pointsOf({ problem, asked }: NonNullable<Submission['refused']>, language: Language): SentPoint[] {
  if (problem.entries.length === 0) {
    return [{ key: problem.code, sentence: wordsOf(problem, language), nearest: [] }]
  }
  return problem.entries.map((entry, at) => {
    const line = asked.body.lines[Number(/^lines\.(\d+)/.exec(entry.path)?.[1] ?? -1)]
    const nearest = Array.isArray(entry.facts?.nearest) ? entry.facts.nearest.map(Number) : []
    const sentence = entry.message ?? entry.code
    return { key: `${at}`, sentence, nearest, productId: line?.productId, quantity: line?.quantity }
  })
}
