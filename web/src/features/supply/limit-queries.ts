import type { CustomerId, ProductId } from '#shared/ids'
import type { CustomerLimits, LimitsOfProduct } from '#shared/supply'
import { query, read, write } from '../../api.ts'

/** The cycle of the customer that is open or comes next, unless one is named. */
export type LimitsAsked = { cycleId: string; text: string }

/** What is released for a customer, page by page: the key it is kept under, and how a page is read. */
export function limitPages(customerId: CustomerId, { cycleId, text }: LimitsAsked) {
  return [
    ['limits', customerId, cycleId, text],
    (cursor?: string) => readLimits(customerId, { cycleId, text }, cursor),
  ] as const
}

/** The first page of it, for what it says of the whole. */
export function limitsQuery(customerId: CustomerId, cycleId: string) {
  return {
    queryKey: ['limits', customerId, cycleId, 'in short'],
    queryFn: () => readLimits(customerId, { cycleId, text: '' }),
  }
}

function readLimits(customerId: CustomerId, asked: LimitsAsked, cursor?: string): Promise<CustomerLimits> {
  return read(`/customers/${customerId}/limits${query({ ...asked, cursor, limit: 20 })}`)
}

/** What is released of a product in a cycle, grade by grade. */
export function limitsOfProductQuery(cycleId: string, productId: ProductId) {
  return {
    queryKey: ['limits', cycleId, productId],
    queryFn: () => read<LimitsOfProduct>(`/cycles/${cycleId}/limits/${productId}`),
  }
}

/** Puts the limit of one grade in; `version` is that of the release it was made from. */
export function saveLimit(
  { cycleId, productId, grade }: { cycleId: string; productId: ProductId; grade: number },
  { quantity, reason }: { quantity: number; reason: string },
  version: number,
): Promise<LimitsOfProduct> {
  return write('PUT', `/cycles/${cycleId}/limits/${productId}`, {
    body: { grade, quantity, reason },
    version,
  })
}
