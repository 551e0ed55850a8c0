import type { CustomerId } from '#shared/ids'
import { standOffline } from '../../../stand-offline.ts'

/** Lets the order page of a shop open without a network from the next time on, with all that may be opened on it. */
export async function openOffline(customerId: CustomerId): Promise<void> {
  const of = `/customers/${customerId}`
  await Promise.allSettled([
    import('./SheetDialogs.tsx'),
    import('./fill/PasteDialog.tsx'),
    import('./fill/ListsDialog.tsx'),
    import('./fill/ListLines.tsx'),
    import('./fill/suggest-into.ts'),
    import('./DetailsDialog.tsx'),
    import('./draft/DraftPaper.tsx'),
    import('./draft/meet-draft.ts'),
    import('./rows/RowMore.tsx'),
    import('./rows/keep-shop-notes.ts'),
  ])
  await standOffline([`${of}/assortment`, `${of}/past-quantities`])
}
