import { type CustomerId, idOf, isId, type PersonId } from '#shared/ids'

/** What a session cookie carries: the secret, and the ids whose items are read with it in one round trip.
 * The ids are hints: they count only when the session of the secret names the same. */
export type SessionCookie = { secret: string; personId: PersonId; customerId?: CustomerId }

const STAFF = 'staff'

export function writeSessionCookie({ secret, personId, customerId }: SessionCookie): string {
  return [secret, personId.slice(4), customerId?.slice(4) ?? STAFF].join('.')
}

/** Reads a cookie back; undefined when it is not one of ours. */
export function readSessionCookie(value: string): SessionCookie | undefined {
  const [secret, person, customer] = value.split('.')
  if (!secret || !person || !customer || !/^[\w-]{20,64}$/.test(secret)) return undefined
  const personId = idOf('person', person)
  const customerId = customer === STAFF ? undefined : idOf('customer', customer)
  if (!isId('person', personId) || (customerId && !isId('customer', customerId))) return undefined
  return { secret, personId, customerId }
}
