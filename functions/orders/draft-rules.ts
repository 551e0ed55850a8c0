import type { KeptDraft } from './basket-store.ts'

/** What went past drafts: how often, as the account counts it, and when that last was where nobody counted yet. */
export type Spending = { draftsSpent?: number; lastOrderChange?: string }

/** True when an order, or a change or cancellation of one, went past a draft: it is never placed again, by no one. Each of
 * them goes past all that was kept until then, whether it names the draft or not: what is ordered twice is worse than
 * what is not ordered by itself, and a draft that is touched again stands anew. Counted, so that no clock decides. */
export function isSpent(
  { draftsSpent: then, changedAt = '' }: Pick<KeptDraft, 'draftsSpent' | 'changedAt'>,
  { draftsSpent: now = 0, lastOrderChange = '' }: Spending,
): boolean {
  if (then !== undefined || now > 0) return now > (then ?? 0)
  return changedAt <= lastOrderChange
}
