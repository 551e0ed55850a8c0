import type { CustomerId } from '#shared/ids'
import { standOffline } from '../../../stand-offline.ts'

const AT_REST_MILLISECONDS = 3000

/** Lets the order page of a shop open without a network from the next time on; with all that may be opened on it once the
 * page has come to rest, so that nothing comes before what one sees first. */
export async function openOffline(customerId: CustomerId): Promise<void> {
  const of = `/customers/${customerId}`
  const answers = [`${of}/assortment`, `${of}/past-quantities`]
  await standOffline(answers)
  await new Promise((resolve) => setTimeout(resolve, AT_REST_MILLISECONDS))
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
  await standOffline(answers)
}
