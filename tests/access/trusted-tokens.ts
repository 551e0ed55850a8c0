import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { World } from '#platform/world'
import { clientScopes } from '#shared/roles'

const minted = new Map<string, string>()

/** A world whose issuer's key is one of the tests' own, with a signed token for each scope under the scope's name. */
export async function trustedTokens<Given extends World>(world: Given): Promise<Given> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { issuer } = world.config.signIn
  await world.remember(`keys ${issuer}`, async () =>
    createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }),
  )
  const seconds = Math.floor(Date.parse(world.clock.now()) / 1000)
  for (const scope of clientScopes) {
    const token = await new SignJWT({ scope, client_id: 'machine' })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(issuer)
      .setAudience(`${world.config.publicOrigin}/api`)
      .setSubject('machine')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 86_400)
      .sign(privateKey)
    minted.set(scope, token)
  }
  return world
}

/** The signed token of a scope. */
export function tokenOf(scope: string): string {
  return minted.get(scope) ?? ''
}
