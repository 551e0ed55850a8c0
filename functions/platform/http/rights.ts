// Rights as data, declared with each route; a route without them does not start.
import { type Deed, whoMay } from '#shared/rights'
import type { ClientScope, MemberRole, StaffRole } from '#shared/roles'

/** Where the object of a request is named, and so what is compared with the actor's own. */
export type Scope =
  /** A customer's thing: the id stands in the path, the query or the body, or within an order id of the path. */
  | { customer: 'path' | 'query' | 'body' | 'order' }
  /** Things of a unit: `unitPath` in the query; all of the actor's subtrees when it is absent. */
  | { unit: 'query' }
  /** Things of the whole company; with `fromRoot` only for who has the role at the root of the units. */
  | { company: true; fromRoot?: true }

export type Grant = {
  member?: readonly MemberRole[]
  staff?: readonly StaffRole[]
  client?: readonly ClientScope[]
  scope: Scope
  /** What a foreign object is answered with: the same as an absent one. */
  notFound?: 'accounts.customer_not_found' | 'orders.order_not_found'
}

/** Everyone; everyone who is signed in, about themselves; or whom the grant names. */
export type Rights = 'public' | 'signed-in' | Grant

/** The key under which a route's rights stand in its OpenAPI description. */
export const RIGHTS_KEY = 'x-rights'

/** What a route grants that does a deed: who may, and where the deed's object is named; throws at the start for a deed of
 * the root whose object is not the company's. */
export function grantOf(deed: Deed, scope: Scope): Grant {
  const { fromRoot, ...who }: Omit<Grant, 'scope'> & { fromRoot?: true } = whoMay[deed]
  if (!fromRoot) return { ...who, scope }
  if (!('company' in scope)) throw new Error(`${deed} needs the root of the units`)
  return { ...who, scope: { company: true, fromRoot } }
}
