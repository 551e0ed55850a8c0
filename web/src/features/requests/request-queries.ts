import type { CustomerId } from '#shared/ids'
import type { Page } from '#shared/paging'
import type { AskForChange, ChangeRequest, DecideRequest, RequestCard, UnitRequest } from '#shared/requests'
import { query, read, write } from '../../api.ts'
import { sendFile } from '../../send-file.ts'

export function requestsQuery(customerId: CustomerId) {
  return {
    queryKey: ['requests', customerId],
    queryFn: () => read<{ items: ChangeRequest[] }>(`/customers/${customerId}/requests`),
  }
}

export function newestFirst(requests: readonly ChangeRequest[]): ChangeRequest[] {
  return requests.toSorted((one, other) => (one.askedAt < other.askedAt ? 1 : -1))
}

export function requestQuery(card: RequestCard) {
  return { queryKey: ['request', card.requestId], queryFn: () => read<ChangeRequest>(pathOf(card)) }
}

/** The filters of the list of requests, as the page's address keeps them. */
export const requestFilters = ['state', 'kind', 'unitPath'] as const
export type RequestFilters = Readonly<Record<(typeof requestFilters)[number], string>>

export function readRequests(
  filters: Partial<RequestFilters>,
  { cursor, limit = 20 }: { cursor?: string; limit?: number } = {},
): Promise<Page<UnitRequest>> {
  return read(`/requests${query({ ...filters, cursor, limit })}`)
}

export function askForChange(
  customerId: CustomerId,
  body: AskForChange,
  key: string,
): Promise<ChangeRequest> {
  return write('POST', `/customers/${customerId}/requests`, { body, key })
}

/** Sends the picture of a licence in; answers the name under which a request takes it. */
export async function sendLicence(
  customerId: CustomerId,
  file: File,
  key: string,
  tell: (share: number) => void,
): Promise<string> {
  const path = `/customers/${customerId}/uploads`
  const { uploadId, uploadUrl } = await write<{ uploadId: string; uploadUrl: string }>('POST', path, { key })
  await sendFile(uploadUrl, file, tell)
  return uploadId
}

export function withdrawRequest(request: RequestCard): Promise<ChangeRequest> {
  return write('POST', `${pathOf(request)}/withdrawal`)
}

/** Approves or refuses what was looked at; a 412 says that the customer has changed since. */
export function decideRequest(
  request: ChangeRequest,
  decision: Omit<DecideRequest, 'customerVersion'>,
): Promise<ChangeRequest> {
  const body = { ...decision, customerVersion: request.customerVersion }
  return write('POST', `${pathOf(request)}/decision`, { body })
}

function pathOf({ customerId, requestId }: RequestCard): string {
  return `/customers/${customerId}/requests/${requestId}`
}
