import type { CustomerId, OrderId } from '#shared/ids'
import { keep, readKept } from '../../../../kept.ts'
import type { Touched } from './merge-drafts.ts'
import { productsOf, type SheetContent } from './quantities.ts'

/** What was typed and has not reached the server's draft yet. `orderId` when it changes a standing order. */
export type DraftOnDevice = SheetContent & { touched: readonly Touched[]; orderId?: OrderId; at: string }

/** Keeps a draft on this device at once, or forgets it. */
export function keepDraft(customerId: CustomerId, draft: DraftOnDevice | undefined): boolean {
  return keep(`draft.${customerId}`, draft && JSON.stringify(draft))
}

/** The draft kept on this device; undefined when there is none or it is unreadable. */
export function keptDraft(customerId: CustomerId): DraftOnDevice | undefined {
  return parsedDraft(readKept(`draft.${customerId}`))
}

/** Reads a kept draft; what does not look like one is none. Older ones hold quantities alone. */
export function parsedDraft(text: string | undefined): DraftOnDevice | undefined {
  if (text === undefined) return undefined
  try {
    const draft: DraftOnDevice = { extras: {}, written: {}, ...JSON.parse(text) }
    const isWhole =
      typeof draft.at === 'string' &&
      Array.isArray(draft.touched) &&
      [draft.typed, draft.extras, draft.written].every((part) => typeof part === 'object' && part !== null)
    return isWhole && productsOf(draft.typed).every((id) => typeof draft.typed[id] === 'string')
      ? draft
      : undefined
  } catch {
    return undefined
  }
}
