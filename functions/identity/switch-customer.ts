import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { ActFor } from '#shared/identity'
import { Problem } from '#shared/problems'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'
import { readSession, sessionEnds, sessionKey, sessionKeyOf, sessionWrites } from './session-store.ts'
import { arrivedWrites, lastStandingWrites, storedMembership, storedStaff } from './standing-store.ts'

/** Goes on as another customer's member, or as staff when no customer is named. The session changes with it.
 * Throws `identity.membership_not_found`. */
export async function switchCustomer(
  world: World,
  actor: Actor,
  cookieValue: string,
  input: ActFor,
): Promise<string> {
  const cookie = readSessionCookie(cookieValue)
  if (!cookie || (actor.kind !== 'member' && actor.kind !== 'staff'))
    throw new Problem('identity.not_signed_in')
  const { personId } = actor
  const { customerId } = input
  const membership = customerId ? await storedMembership(world.table, personId, customerId) : undefined
  const standing = customerId ? membership : await storedStaff(world.table, personId)
  if (!standing || standing.isDisabled) throw new Problem('identity.membership_not_found')
  const session = readSession(await world.table.get(sessionKey(actor.sessionKey), { isStrong: true }))
  if (!session) throw new Problem('identity.not_signed_in')
  const secret = world.newId.secret()
  const next = { ...session, customerId, standing: standing.version }
  const opened = sessionWrites(sessionKeyOf(secret), next)
  const [end, leave] = sessionEnds(actor.sessionKey, personId)
  // One that was ended elsewhere meanwhile does not go on under another name.
  const ended = {
    ...end,
    when: { present: true },
    onRefused: () => new Problem('identity.not_signed_in'),
  } as const
  const writes = [
    ...opened,
    ended,
    leave,
    ...lastStandingWrites(personId, customerId),
    ...arrivedWrites(membership),
  ]
  await world.table.commit(writes, opened[0])
  return writeSessionCookie({ secret, personId, customerId })
}
