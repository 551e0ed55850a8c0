import type { IDToken } from 'openid-client'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { millisecondsOf } from '#shared/time'
import { discoverIssuer } from './issuer.ts'
import { personOfAddresses } from './person-store.ts'
import { writeSessionCookie } from './session-cookie.ts'
import { type BegunSignIn, sessionEnd, sessionKeyOf, sessionWrite, takeSignIn } from './session-store.ts'
import {
  arrivedWrites,
  lastActedFor,
  lastStandingWrites,
  membershipsOfPerson,
  storedStaff,
} from './standing-store.ts'

export const SESSION_LIFE_SECONDS = 14 * 24 * 3600

/** Ends a sign-in in the browser that began it: proves the code, finds the person by a verified address, and opens a
 * session in place of the one before.
 * Throws `identity.sign_in_failed` or `identity.not_invited`. */
export async function finishSignIn(
  world: World,
  { search, browser, before }: { search: URLSearchParams; browser: string; before: Actor },
): Promise<{ cookie: string; returnTo: string }> {
  const state = search.get('state') ?? ''
  const nowSeconds = Math.floor(millisecondsOf(world.clock.now()) / 1000)
  const begun = await takeSignIn(world.table, { state, browser, nowSeconds })
  if (!begun) throw new Problem('identity.sign_in_failed')
  const { claims, idToken } = await provenClaims(world, search, state, begun)
  const personId = await personOfAddresses(world.table, verifiedAddresses(claims))
  const standing = personId && (await firstStanding(world, personId))
  if (!personId || !standing) throw new Problem('identity.not_invited')
  const secret = world.newId.secret()
  const expires = nowSeconds + SESSION_LIFE_SECONDS
  const { customerId, version, membership } = standing
  const session = { personId, customerId, standing: version, idToken, expires }
  await world.table.commit([
    ...('sessionKey' in before ? [sessionEnd(before.sessionKey)] : []),
    sessionWrite(sessionKeyOf(secret), session),
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
    if (!claims || !tokens.id_token) throw new Error('No ID token')
    return { claims, idToken: tokens.id_token }
  } catch (error) {
    world.log.warn('sign-in failed', { error: String(error) })
    throw new Problem('identity.sign_in_failed')
  }
}

function verifiedAddresses(claims: IDToken): string[] {
  const phone = claims.phone_number_verified === true ? claims.phone_number : undefined
  const mail = claims.email_verified === true ? claims.email : undefined
  return [phone, mail].filter((address) => typeof address === 'string')
}

/** As whom a person begins: staff when they are, else for the customer they acted for last, else for one they own. */
async function firstStanding(world: World, personId: PersonId) {
  const staff = await storedStaff(world.table, personId)
  if (staff && !staff.isDisabled)
    return { version: staff.version, customerId: undefined, membership: undefined }
  const [memberships, last] = await Promise.all([
    membershipsOfPerson(world.table, personId),
    lastActedFor(world.table, personId),
  ])
  const open = memberships.filter(({ isDisabled }) => !isDisabled)
  const lastUsed = open.find(({ customerId }) => customerId === last)
  const membership = lastUsed ?? open.find(({ role }) => role === 'owner') ?? open[0]
  return membership && { version: membership.version, customerId: membership.customerId, membership }
}
