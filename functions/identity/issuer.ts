import { createRemoteJWKSet, jwtVerify } from 'jose'
import type { Configuration } from 'openid-client'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { clientScopes } from '#shared/roles'

/** The sign-in provider of the configuration, discovered once a process. Plain http is allowed on this machine only. */
export async function discoverIssuer(world: World): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = world.config.signIn
  return world.remember(`issuer ${issuer}`, async () => {
    const { allowInsecureRequests, ClientSecretBasic, discovery, enableNonRepudiationChecks } = await import(
      'openid-client'
    )
    const isLocal = /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(issuer)
    // Without these checks the library leaves the signature of an ID token to TLS alone.
    const execute = [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])]
    return discovery(new URL(issuer), clientId, clientSecret, ClientSecretBasic(clientSecret), { execute })
  })
}

/** The machine that an access token names; nobody when the token is not ours, over, or meant for something else. */
export async function clientOfToken(world: World, token: string): Promise<Actor> {
  const { publicOrigin, signIn } = world.config
  try {
    const keys = await world.remember(`keys ${signIn.issuer}`, async () => {
      const { jwks_uri: address } = (await discoverIssuer(world)).serverMetadata()
      if (!address) throw new Error('The issuer names no keys')
      return createRemoteJWKSet(new URL(address))
    })
    const { payload } = await jwtVerify(token, keys, {
      issuer: signIn.issuer,
      audience: `${publicOrigin}/api`,
      algorithms: ['RS256', 'ES256'],
      requiredClaims: ['exp'],
      currentDate: new Date(world.clock.now()),
    })
    const granted = String(payload.scope ?? '').split(' ')
    const scopes = clientScopes.filter((scope) => granted.includes(scope))
    return { kind: 'client', clientId: String(payload.client_id ?? payload.sub ?? ''), scopes }
  } catch (error) {
    world.log.warn('token refused', { error: String(error) })
    return { kind: 'nobody' }
  }
}
