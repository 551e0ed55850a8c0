import type { MinorUnits } from './money.ts'
import type { BusinessDate } from './time.ts'

/** Levels of price lists, the nearest first; nearer still is what was agreed with the customer itself. */
export const listLevels = ['class', 'group', 'company'] as const

/** From `atLeast` units on, each unit of the line costs `price`. */
export type PriceBreak = { atLeast: number; price: MinorUnits }

/** At most so many breaks a price. */
export const MOST_BREAKS = 20

/** What a price list or an agreement says of one product; a field that is left out is left to the next level. */
export type PriceTerms = { breaks?: PriceBreak[]; minimum?: number; multiple?: number }

/** Terms with the days they hold, `[from, until)` in the company's zone; open where left out. */
export type PriceRow = PriceTerms & { from?: BusinessDate; until?: BusinessDate }

/** What holds for one customer and one product. */
export type ResolvedTerms = { breaks?: PriceBreak[]; minimum: number; multiple: number }

/** One price for every quantity. */
export function onePrice(price: MinorUnits): PriceBreak[] {
  return [{ atLeast: 1, price }]
}

/** The price of every unit of a line of `quantity`: that of the highest break it reaches.
 * @example unitPriceAt([{ atLeast: 1, price: 1000 }, { atLeast: 50, price: 900 }], 50) // 900 */
export function unitPriceAt(breaks: readonly PriceBreak[], quantity: number): MinorUnits {
  const reached = breaks.filter(({ atLeast }) => atLeast <= Math.max(quantity, 1))
  return reached.reduce((highest, step) => (step.atLeast > highest.atLeast ? step : highest), {
    atLeast: 0,
    price: 0,
  }).price
}

/** True when breaks begin at 1 and their quantities rise strictly. */
export function areBreaksRising(breaks: readonly PriceBreak[]): boolean {
  return breaks[0]?.atLeast === 1 && breaks.every((step, at) => step.atLeast > (breaks[at - 1]?.atLeast ?? 0))
}

/** The first break that costs more a unit than the one before it, and that one; the breaks rise. */
export function dearerBreak(
  breaks: readonly PriceBreak[],
): [fewer: PriceBreak, dearer: PriceBreak] | undefined {
  for (const [at, dearer] of breaks.entries()) {
    const fewer = breaks[at - 1]
    if (fewer && dearer.price > fewer.price) return [fewer, dearer]
  }
  return undefined
}

/** The terms of one list in force on a day: each field from the row with the latest `from` that has it.
 * The order of the rows does not matter. */
export function termsInForce(rows: readonly PriceRow[], on: BusinessDate): PriceTerms {
  const inForce = rows.filter(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
  )
  return nearestTerms(inForce.toSorted(byLatest))
}

/** Each field from the first of `levels` that has it: nearest agreement first
 * (supply and ordering, section 4: shop > class > group > company > product). */
export function nearestTerms(levels: readonly (PriceTerms | undefined)[]): PriceTerms {
  const found: PriceTerms = {}
  for (const terms of levels) {
    found.breaks ??= terms?.breaks
    found.minimum ??= terms?.minimum
    found.multiple ??= terms?.multiple
  }
  return found
}

/** What holds for a customer: `levels` of rows, nearest first, then the product's own minimum and multiple. */
export function resolveTerms(
  levels: readonly (readonly PriceRow[])[],
  product: { minimum: number; multiple: number },
  on: BusinessDate,
): ResolvedTerms {
  return { ...product, ...withoutGaps(nearestTerms(levels.map((rows) => termsInForce(rows, on)))) }
}

/** Terms without the fields that are undefined, so that they can be laid over others. */
export function withoutGaps({ breaks, minimum, multiple }: PriceTerms): PriceTerms {
  return {
    ...(breaks && { breaks }),
    ...(minimum !== undefined && { minimum }),
    ...(multiple !== undefined && { multiple }),
  }
}

// Rows with the same first day exist only where a list was put together by hand: the one that ends sooner is nearer.
function byLatest(left: PriceRow, right: PriceRow): number {
  const byFrom = compared(right.from ?? '', left.from ?? '')
  return (
    byFrom ||
    compared(left.until ?? '~', right.until ?? '~') ||
    compared(JSON.stringify(termsOf(left)), JSON.stringify(termsOf(right)))
  )
}

function termsOf({ breaks, minimum, multiple }: PriceRow): unknown[] {
  return [breaks?.map(({ atLeast, price }) => [atLeast, price]), minimum, multiple]
}

function compared(left: string, right: string): number {
  return Number(left > right) - Number(left < right)
}
