import type { RemovedList } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import type { Page } from '#shared/paging'
import { query, read } from '../../../../api.ts'

/** The lists that a customer deleted, the last hundred of them. */
export function readRemovedLists(customerId: CustomerId): Promise<Page<RemovedList>> {
  return read(`/customers/${customerId}/order-lists/removed${query({ limit: 100 })}`)
}
