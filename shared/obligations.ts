import type { CustomerId, PersonId } from './ids.ts'
import type { MemberRole } from './roles.ts'

/** What may be due: for a shop, then for the company's staff. A room that adds a kind adds its words to the home page. */
export const obligationKinds = [
  'on-hold',
  'order',
  'awaiting-funds',
  'approval',
  'approval-refused',
  'request-refused',
  'licence',
  'requests-waiting',
  'objections-open',
  'messages-failed',
  'imports-waiting',
  'oddities-open',
] as const

/** One thing that is due now: what its card says, until when, and the page of its one action below the language. Money
 * is in minor units, times are instants. */
export type Obligation = {
  kind: (typeof obligationKinds)[number]
  /** Tells two of a kind apart. */
  id: string
  dueAt?: string
  facts: Readonly<Record<string, string | number | boolean>>
  to: string
}

/** Who asks what is due at a shop; no role is staff of the company. */
export type Obliged = { customerId: CustomerId; role?: MemberRole; personId?: PersonId }

/** True for who may order for the shop. */
export function mayOrderAs({ role }: Obliged): boolean {
  return role === undefined || role === 'owner' || role === 'buyer'
}
