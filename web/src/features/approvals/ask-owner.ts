import type { AskApproval } from '#shared/approvals'
import type { CustomerId } from '#shared/ids'
import { pageLanguage } from '../../page-language.ts'
import { askApproval } from './approval-queries.ts'

/** Submits an order to the owner, and goes to where it waits. */
export async function askOwner(customerId: CustomerId, wish: AskApproval): Promise<void> {
  const { approvalId } = await askApproval(customerId, wish)
  location.assign(`/${pageLanguage()}/approvals/${approvalId}/`)
}
