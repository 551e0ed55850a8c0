import type { Approval, ApprovalCard, ApprovedOrder, AskApproval } from '#shared/approvals'
import type { CustomerId } from '#shared/ids'
import type { BuyerSettings, SaveBuyerSettings } from '#shared/spending'
import { query, read, write } from '../../api.ts'

type Named = { customerId: CustomerId; approvalId: string }

export function readApproval(named: Named): Promise<Approval> {
  return read(pathOf(named))
}

/** The order of a cycle that waits for its owner; there is at most one. */
export async function readWaiting(
  customerId: CustomerId,
  cycleId: string,
): Promise<ApprovalCard | undefined> {
  const asked = `/customers/${customerId}/approvals${query({ cycleId })}`
  const { items } = await read<{ items: ApprovalCard[] }>(asked)
  return items.find(({ state }) => state === 'asked')
}

export function askApproval(
  customerId: CustomerId,
  body: AskApproval,
  key: string,
): Promise<{ approvalId: string }> {
  return write('POST', `/customers/${customerId}/approvals`, { body, key })
}

/** Says yes to what was seen; the same yes again is the same order. */
export function approve(named: Named, seenTotal: number): Promise<ApprovedOrder> {
  return write('POST', `${pathOf(named)}/approval`, { body: { seenTotal } })
}

export function refuse(named: Named, reason: string): Promise<unknown> {
  return write('POST', `${pathOf(named)}/refusal`, { body: { reason } })
}

export function withdraw(named: Named): Promise<unknown> {
  return write('POST', `${pathOf(named)}/withdrawal`)
}

export function saveBuyerSettings(
  { customerId, version }: BuyerSettings,
  body: SaveBuyerSettings,
): Promise<BuyerSettings> {
  return write('PUT', `/customers/${customerId}/buyer-settings`, { body, version })
}

function pathOf({ customerId, approvalId }: Named): string {
  return `/customers/${customerId}/approvals/${approvalId}`
}
