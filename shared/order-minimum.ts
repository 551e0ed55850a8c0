import type { MinorUnits } from './money.ts'

/** What an order must come to at least, with tax: the company's amount, and other ones of classes of customers. 0 is none. */
export type OrderMinimumTerms = {
  amount: MinorUnits
  classes: ReadonlyArray<{ customerClass: string; amount: MinorUnits }>
}

/** What an order of this customer must come to at least, the nearest level first: its class, then the company. Supplied
 * goods have none: a ceiling is allowed there, a floor is not (supply and ordering, section 4, rule 6). */
export function leastTotalFor(
  company: { preset: 'supplied' | 'traded' },
  terms: OrderMinimumTerms | undefined,
  customerClass: string | undefined,
): MinorUnits {
  if (!terms || company.preset === 'supplied') return 0
  return terms.classes.find((one) => one.customerClass === customerClass)?.amount ?? terms.amount
}
