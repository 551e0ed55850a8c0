import type { CustomerId, OrderId, ProductId } from '#shared/ids'
import { keep, readKept } from '../../../kept.ts'
import { productsOf, type Typed } from './quantities.ts'

/** What was typed and has not reached the server's draft yet. `orderId` when it changes a standing order. */
export type DraftOnDevice = { typed: Typed; touched: readonly ProductId[]; orderId?: OrderId; at: string }

/** Keeps a draft on this device at once, or forgets it. */
export function keepDraft(customerId: CustomerId, draft: DraftOnDevice | undefined): boolean {
  return keep(`draft.${customerId}`, draft && JSON.stringify(draft))
}

/** The draft kept on this device; undefined when there is none or it is unreadable. */
export function keptDraft(customerId: CustomerId): DraftOnDevice | undefined {
  return parsedDraft(readKept(`draft.${customerId}`))
}

/** Reads a kept draft; what does not look like one is none. */
export function parsedDraft(text: string | undefined): DraftOnDevice | undefined {
  if (text === undefined) return undefined
  try {
    const draft: DraftOnDevice = JSON.parse(text)
    const isWhole =
      typeof draft.at === 'string' && Array.isArray(draft.touched) && typeof draft.typed === 'object'
    return isWhole && productsOf(draft.typed).every((id) => typeof draft.typed[id] === 'string')
      ? draft
      : undefined
  } catch {
    return undefined
  }
}
