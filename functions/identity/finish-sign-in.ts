import type { IDToken } from 'openid-client'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { millisecondsOf } from '#shared/time'
import { deviceOf } from './device-rules.ts'
import { discoverIssuer } from './issuer.ts'
import { personOfAddresses } from './person-store.ts'
import { writeSessionCookie } from './session-cookie.ts'
import { type BegunSignIn, sessionEnds, sessionKeyOf, sessionWrites, takeSignIn } from './session-store.ts'
import {
  arrivedWrites,
  lastActedFor,
  lastStandingWrites,
  membershipsOfPerson,
  storedStaff,
} from './standing-store.ts'

export const SESSION_LIFE_SECONDS = 14 * 24 * 3600

type CameBack = { search: URLSearchParams; browser: string; before: Actor; userAgent: string | undefined }

/** Ends a sign-in in the browser that began it: proves the code, finds the person by a verified address, and opens a
 * session in place of the one before.
 * Throws `identity.sign_in_failed` or `identity.not_invited`. */
export async function finishSignIn(
  world: World,
  { search, browser, before, userAgent }: CameBack,
): Promise<{ cookie: string; returnTo: string }> {
  const state = search.get('state') ?? ''
  const nowSeconds = Math.floor(millisecondsOf(world.clock.now()) / 1000)
  const begun = await takeSignIn(world.table, { state, browser, nowSeconds })
  if (!begun) throw new Problem('identity.sign_in_failed')
  const claims = await provenClaims(world, search, state, begun)
  const personId = await personOfAddresses(world.table, verifiedAddresses(claims))
  const standing = personId && (await firstStanding(world, personId, before))
  if (!personId || !standing) throw new Problem('identity.not_invited')
  const secret = world.newId.secret()
  const expires = nowSeconds + SESSION_LIFE_SECONDS
  const { customerId, version, membership } = standing
  const session = { personId, customerId, standing: version, subject: claims.sub, expires }
  const device = deviceOf(userAgent)
  const times = { beganAt: nowSeconds, seenAt: nowSeconds, provenAt: provenAt(claims, nowSeconds) }
  await world.table.commit([
    ...('sessionKey' in before ? sessionEnds(before.sessionKey, before.personId) : []),
    ...sessionWrites(sessionKeyOf(secret), { ...session, ...times, device }),
    ...lastStandingWrites(personId, customerId),
    ...arrivedWrites(membership),
  ])
  world.log.info('signed in', { personId, customerId })
  return { cookie: writeSessionCookie({ secret, personId, customerId }), returnTo: begun.returnTo }
}

async function provenClaims(world: World, search: URLSearchParams, state: string, begun: BegunSignIn) {
  const { authorizationCodeGrant } = await import('openid-client')
  const answered = new URL(`${world.config.publicOrigin}/api/sign-in/callback?${search}`)
  try {
    const tokens = await authorizationCodeGrant(await discoverIssuer(world), answered, {
      pkceCodeVerifier: begun.verifier,
      expectedState: state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('No ID token')
    return claims
  } catch (error) {
    world.log.warn('sign-in failed', { error: String(error) })
    throw new Problem('identity.sign_in_failed')
  }
}

/** When the provider asked who it is, by its own clock: no later than now by ours. */
function provenAt({ auth_time }: IDToken, nowSeconds: number): number | undefined {
  return auth_time === undefined ? undefined : Math.min(auth_time, nowSeconds)
}

function verifiedAddresses(claims: IDToken): string[] {
  const phone = claims.phone_number_verified === true ? claims.phone_number : undefined
  const mail = claims.email_verified === true ? claims.email : undefined
  return [phone, mail].filter((address) => typeof address === 'string')
}

/** As whom a person begins: as before when they are signed in and only prove who they are, else as staff when they are, else
 * for the customer they acted for last, else for one they own. */
async function firstStanding(world: World, personId: PersonId, before: Actor) {
  const actedFor = before.kind === 'member' && before.personId === personId ? before.customerId : undefined
  const staff = await storedStaff(world.table, personId)
  if (staff && !staff.isDisabled && !actedFor)
    return { version: staff.version, customerId: undefined, membership: undefined }
  const [memberships, last] = await Promise.all([
    membershipsOfPerson(world.table, personId),
    lastActedFor(world.table, personId),
  ])
  const open = memberships.filter(({ isDisabled }) => !isDisabled)
  const lastUsed = open.find(({ customerId }) => customerId === (actedFor ?? last))
  const membership = lastUsed ?? open.find(({ role }) => role === 'owner') ?? open[0]
  return membership && { version: membership.version, customerId: membership.customerId, membership }
}
