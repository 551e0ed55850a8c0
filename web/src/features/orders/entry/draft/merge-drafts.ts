import type { ProductId } from '#shared/ids'
import { type SheetContent, withExtra, withQuantity } from './quantities.ts'

/** What was touched since a draft was last kept: products, and what is written on the order as a whole. */
export type Touched = ProductId | 'written'

/** Two drafts made one: mine for what I touched, theirs for all else. */
export function mergeDrafts(
  mine: SheetContent,
  touched: ReadonlySet<Touched>,
  theirs: SheetContent,
): SheetContent {
  let { typed, extras } = theirs
  for (const one of touched) {
    if (one === 'written') continue
    typed = withQuantity(typed, one, mine.typed[one] ?? '')
    extras = withExtra(extras, one, mine.extras[one] ?? {})
  }
  return { typed, extras, written: touched.has('written') ? mine.written : theirs.written }
}
