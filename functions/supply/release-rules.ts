import type { FieldChanges } from '#shared/history'
import { bareId, idOf, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { GradeLimits } from './release-store.ts'
import { bandCapOf, isCapNamed } from './supply-rules.ts'

/** What a grade may take of a product, or how much of it there is in all for whoever comes first. What a limit does not
 * say of its price band and of doubling stays as it is. */
export type LimitChange = { productId: ProductId } & (GradeLimit | { firstCome: number })
type GradeLimit = { grade: number; quantity: number; band?: string; cap?: number; isDoubled?: boolean }

/** How much of a first-come product was given out in all, and how much of that is taken. */
export type GivenOut = { total: number; taken: number }

/** What taking a change would do; `from` and `to` as history and the cells of files tell it. */
export type LimitVerdict =
  | { verdict: 'new' | 'changed' | 'unchanged'; from?: string | number; to: string | number }
  | { verdict: 'refused'; problem: Problem }

type Limit = { productId: ProductId; grade: number; quantity: number }
type Standing = {
  limits: Map<string, Limit>
  bandOf: Map<string, string>
  /** Caps that someone said; the others are worked out from the limits. */
  caps: Map<string, number>
  doubled: Set<string>
  givenOut: Map<ProductId, GivenOut>
  opened: Map<ProductId, number>
}

/** The limits of a release, and of its first-come goods those that are asked for: to judge changes by, or to take them in
 * one after the other. `whole` is then what to release. */
export function openRelease(
  grades: ReadonlyMap<number, GradeLimits>,
  givenOut: ReadonlyMap<ProductId, GivenOut>,
) {
  const standing = standingOf(grades, givenOut)
  const told: FieldChanges = {}
  return {
    judge: (change: LimitChange) => judge(standing, change),
    take: (change: LimitChange): LimitVerdict => {
      const judged = judge(standing, change)
      if (judged.verdict === 'refused' || judged.verdict === 'unchanged') return judged
      put(standing, change)
      told[nameOf(change)] = { from: judged.from ?? null, to: judged.to }
      return judged
    },
    whole: () => wholeOf(standing),
    told,
  }
}

function standingOf(
  grades: ReadonlyMap<number, GradeLimits>,
  givenOut: ReadonlyMap<ProductId, GivenOut>,
): Standing {
  const standing: Standing = {
    limits: new Map(),
    bandOf: new Map(),
    caps: new Map(),
    doubled: new Set([...grades.values()].flatMap(({ boosted = [] }) => boosted)),
    givenOut: new Map(givenOut),
    opened: new Map(),
  }
  for (const [grade, { limits, bands }] of grades) {
    for (const [bare, quantity] of Object.entries(limits))
      standing.limits.set(`${bare} ${grade}`, { productId: idOf('product', bare), grade, quantity })
    for (const [code, band] of Object.entries(bands ?? {})) {
      for (const bare of band.products) standing.bandOf.set(bare, code)
      if (isCapNamed(band, limits)) standing.caps.set(capName(code, grade), band.cap)
    }
  }
  return standing
}

function judge(standing: Standing, change: LimitChange): LimitVerdict {
  if ('firstCome' in change) return judgeTotal(standing.givenOut.get(change.productId), change.firstCome)
  const before = limitNow(standing, change)
  const to = written(change)
  if (!before) return { verdict: 'new', to }
  const from = written(before)
  return { verdict: from === to ? 'unchanged' : 'changed', from, to }
}

function judgeTotal(given: GivenOut | undefined, to: number): LimitVerdict {
  if (!given) return { verdict: 'new', to }
  const { total, taken } = given
  if (to === total) return { verdict: 'unchanged', from: total, to }
  if (to < taken) return { verdict: 'refused', problem: new Problem('supply.below_taken', { taken }) }
  return { verdict: 'changed', from: total, to }
}

/** The limit in force, in those parts of which a change says something. */
function limitNow(standing: Standing, { productId, grade, ...said }: Limit & GradeLimit) {
  const bare = bareId(productId)
  const limit = standing.limits.get(`${bare} ${grade}`)
  if (!limit) return undefined
  const code = standing.bandOf.get(bare)
  return {
    quantity: limit.quantity,
    ...(said.band !== undefined && { band: code }),
    ...(said.cap !== undefined && { cap: code === undefined ? undefined : capOf(standing, code, grade) }),
    ...(said.isDoubled !== undefined && { isDoubled: standing.doubled.has(bare) }),
  }
}

function capOf({ limits, bandOf, caps }: Standing, code: string, grade: number): number {
  const ofBand = [...bandOf].flatMap(([bare, band]) => (band === code ? [bare] : []))
  const worked = bandCapOf(ofBand.map((bare) => limits.get(`${bare} ${grade}`)?.quantity ?? 0))
  return caps.get(capName(code, grade)) ?? worked
}

/** A limit as one text, so that a change of any part of it is one; a bare quantity stays a number. */
function written({ quantity, band, cap, isDoubled }: Omit<GradeLimit, 'grade'>): string | number {
  const more = [band, cap, isDoubled ? '×2' : undefined].filter((part) => part !== undefined)
  return more.length > 0 ? [quantity, ...more].join(' ') : quantity
}

function put(standing: Standing, change: LimitChange): void {
  const { productId } = change
  const bare = bareId(productId)
  if ('firstCome' in change) {
    const taken = standing.givenOut.get(productId)?.taken ?? 0
    standing.givenOut.set(productId, { total: change.firstCome, taken })
    standing.opened.set(productId, change.firstCome)
    return
  }
  const { grade, quantity, band, cap, isDoubled } = change
  standing.limits.set(`${bare} ${grade}`, { productId, grade, quantity })
  if (band !== undefined) standing.bandOf.set(bare, band)
  const code = standing.bandOf.get(bare)
  if (cap !== undefined && code !== undefined) standing.caps.set(capName(code, grade), cap)
  if (isDoubled === true) standing.doubled.add(bare)
  if (isDoubled === false) standing.doubled.delete(bare)
}

function wholeOf({ limits, bandOf, caps, doubled, opened }: Standing) {
  const codes = Map.groupBy(bandOf, ([, code]) => code)
  return {
    limits: [...limits.values()],
    firstCome: [...opened].map(([productId, quantity]) => ({ productId, quantity })),
    bands: [...codes].map(([code, of]) => ({
      code,
      products: of.map(([bare]) => idOf('product', bare)),
      caps: [...caps].flatMap(([name, quantity]) => {
        const grade = Number(name.slice(0, name.indexOf(' ')))
        return name === capName(code, grade) ? [{ grade, quantity }] : []
      }),
    })),
    boosted: [...doubled].map((bare) => idOf('product', bare)),
  }
}

function capName(code: string, grade: number): string {
  return `${grade} ${code}`
}

function nameOf(change: LimitChange): string {
  const bare = bareId(change.productId)
  return 'firstCome' in change ? `firstCome ${bare}` : `limit ${bare} ${change.grade}`
}
