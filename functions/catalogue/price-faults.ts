import { minorText } from '#shared/money'
import { dearerBreak, type PriceBreak, type PriceRow } from '#shared/price-rules'
import { PriceRowField } from '#shared/prices'
import type { Facts, ProblemCode } from '#shared/problems'

type PriceFault = { path: string; code: ProblemCode; facts: Facts }

/** What is wrong with a row of a price list, each with its field: it says nothing, ends before it begins, or could not be
 * read again, as breaks that do not rise, or a price below zero; or more pieces cost more each than fewer do. */
export function priceFaults(row: PriceRow): PriceFault[] {
  const { from, until, breaks, minimum, multiple } = row
  const isEmpty = breaks === undefined && minimum === undefined && multiple === undefined
  const isBackwards = from !== undefined && until !== undefined && until <= from
  const { error } = PriceRowField.safeParse(row)
  const fields = new Set([
    ...(isEmpty ? ['breaks'] : []),
    ...(isBackwards ? ['until'] : []),
    ...(error?.issues ?? []).map(({ path }) => path.join('.')),
  ])
  const malformed = [...fields].map(
    (path): PriceFault => ({ path, code: 'catalogue.price_malformed', facts: {} }),
  )
  return [...malformed, ...dearerFaults(breaks ?? [])]
}

/** A shop that takes more never pays more a unit. */
function dearerFaults(breaks: readonly PriceBreak[]): PriceFault[] {
  const [fewer, dearer] = dearerBreak(breaks) ?? []
  if (!fewer || !dearer) return []
  const facts = {
    ...{ atLeast: dearer.atLeast, price: minorText(dearer.price) },
    ...{ fewer: fewer.atLeast, usual: minorText(fewer.price) },
  }
  return [{ path: `breaks.${breaks.indexOf(dearer)}.price`, code: 'catalogue.break_dearer', facts }]
}
