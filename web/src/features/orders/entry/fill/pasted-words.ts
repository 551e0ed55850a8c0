import type { Language } from '#shared/languages'
import { lineRefusals } from '#shared/order-rules'
import type { RowVerdict } from '#shared/row-verdicts'
import { sentencesOf } from '../send/refusal-words.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import type { Offers } from './order-again.ts'

type Judged = Pick<RowVerdict, 'kind' | 'productId' | 'quantity'>

/** Why the quantity of a pasted row will not do, in the sentences that its row of the sheet would say. */
export function whyNot(
  { kind, productId, quantity }: Judged,
  offers: Offers,
  { customer, limitsVersion, limitsPublishedAt }: SheetAssortment,
  language: Language,
): string[] {
  if (kind !== 'quantity' || !productId || quantity === undefined) return []
  const limits = limitsPublishedAt ? { version: limitsVersion, publishedAt: limitsPublishedAt } : undefined
  const situation = { offerOf: offers.get.bind(offers), grade: customer.grade, limits }
  return sentencesOf(lineRefusals(situation, { productId, quantity }, 0), language)
}
