import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { discoverIssuer } from './issuer.ts'
import { endSessions, readSession, sessionKey } from './session-store.ts'

/** Ends the session at once, and answers where the browser ends the one at the sign-in provider. */
export async function signOut(world: World, actor: Actor): Promise<string> {
  const home = `${world.config.publicOrigin}/`
  if (actor.kind !== 'member' && actor.kind !== 'staff') return home
  const session = readSession(await world.table.get(sessionKey(actor.sessionKey), { isStrong: true }))
  await endSessions(world.table, actor.personId, [actor.sessionKey])
  if (!session) return home
  const { buildEndSessionUrl } = await import('openid-client')
  // The session here is over already, whether or not the provider can be reached.
  const issuer = await discoverIssuer(world).catch(() => undefined)
  if (!issuer?.serverMetadata().end_session_endpoint) return home
  const { subject: hint = '' } = session
  // Cognito reads no other than its own parameter. The ID token, which the standard would have, is too much for an address.
  return buildEndSessionUrl(issuer, { logout_hint: hint, post_logout_redirect_uri: home, logout_uri: home })
    .href
}
