import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { millisecondsOf } from '#shared/time'
import { clientOfToken } from './issuer.ts'
import { readSessionCookie } from './session-cookie.ts'
import { isOver } from './session-rules.ts'
import { readSession, sessionKey, sessionKeyOf } from './session-store.ts'
import { membershipKey, readMembership, readStaff, staffKey } from './standing-store.ts'

const nobody: Actor = { kind: 'nobody' }

/** Who the bearer of a cookie or an access token is now: one strong read, so that sign-out, disabling and a changed
 * role count at the next request. */
export async function identifyActor(
  world: World,
  credentials: { cookie?: string; bearer?: string },
): Promise<Actor> {
  if (credentials.bearer) return clientOfToken(world, credentials.bearer)
  const cookie = readSessionCookie(credentials.cookie ?? '')
  if (!cookie) return nobody
  const { personId, customerId } = cookie
  const key = sessionKeyOf(cookie.secret)
  const standingKey = customerId ? membershipKey(personId, customerId) : staffKey(personId)
  const [sessionItem, standingItem] = await world.table.getMany([sessionKey(key), standingKey], {
    isStrong: true,
  })
  const session = readSession(sessionItem)
  const nowSeconds = Math.floor(millisecondsOf(world.clock.now()) / 1000)
  if (!session || isOver(session, !customerId, nowSeconds)) return nobody
  if (session.personId !== personId || session.customerId !== customerId) return nobody
  const standing = customerId ? readMembership(standingItem) : readStaff(standingItem)
  if (!standing || standing.isDisabled || standing.version !== session.standing) return nobody
  const proof = { sessionKey: key, seenAt: session.seenAt }
  return 'grants' in standing
    ? { kind: 'staff', personId, grants: standing.grants, ...proof }
    : { kind: 'member', personId, customerId: standing.customerId, role: standing.role, ...proof }
}
