import { bareId } from '#shared/ids'
import type { KeptContent, KeptDraft } from './basket-store.ts'

/** What went past drafts: how often, as the account counts it, and when that last was where nobody counted yet. */
type Spending = { draftsSpent?: number; lastOrderChange?: string }

/** True when an order, or a change or cancellation of one, went past a draft: it is never placed again, by no one. Each of
 * them goes past all that was kept until then, whether it names the draft or not: what is ordered twice is worse than
 * what is not ordered by itself, and a draft that is touched again stands anew. Counted, so that no clock decides. */
export function isSpent(
  { draftsSpent: then, changedAt = '' }: Pick<KeptContent, 'draftsSpent' | 'changedAt'>,
  { draftsSpent: now = 0, lastOrderChange = '' }: Spending,
): boolean {
  if (then !== undefined || now > 0) return now > (then ?? 0)
  return changedAt <= lastOrderChange
}

/** True when one order alone went past a draft, and was made from an earlier version of it: another device had kept on. */
export function isNewerThanItsOrder(
  { draftsSpent: then, version }: Pick<KeptDraft, 'draftsSpent' | 'version'>,
  { draftsSpent: now = 0, spentVersion }: { draftsSpent?: number; spentVersion?: number },
): boolean {
  return spentVersion !== undefined && spentVersion < version && now === (then ?? 0) + 1
}

/** What of a draft no order holds, by bare product ids. */
export function withoutOrdered(
  lines: KeptContent['lines'],
  ordered: ReadonlySet<string>,
): KeptContent['lines'] {
  return lines.filter(({ productId }) => !ordered.has(bareId(productId)))
}

/** The lines of a draft that may be placed as an order: those that ask for something. None of a draft that is to change
 * an order, which would come twice. */
export function linesToPlace({
  lines,
  changes,
}: Pick<KeptContent, 'lines' | 'changes'>): KeptContent['lines'] {
  return changes === undefined ? lines.filter(({ quantity }) => quantity > 0) : []
}

/** A draft as the shop itself left it, without what staff of the company typed in it since and never placed. */
export function asShopLeftIt(draft: KeptDraft): KeptDraft {
  const { customerId, version, ofShop } = draft
  if (ofShop === undefined) return draft
  return { customerId, version, ...(ofShop ?? { lines: [] }) }
}
