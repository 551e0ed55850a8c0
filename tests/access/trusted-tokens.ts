import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose'
import type { World } from '#platform/world'
import { clientScopes } from '#shared/roles'

const minted = new Map<string, string>()

/** A world whose issuer's key is one of the tests' own, with a signed token for each scope under the scope's name. */
export async function trustedTokens<Given extends World>(world: Given): Promise<Given> {
  const keys = await mintTokens(world)
  await world.remember(`keys ${world.config.signIn.issuer}`, async () => createLocalJWKSet(keys))
  return world
}

/** Signs a token for each scope as the issuer of a world would, and answers the keys that prove them. */
export async function mintTokens({ config, clock }: World): Promise<JSONWebKeySet> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const seconds = Math.floor(Date.parse(clock.now()) / 1000)
  for (const scope of clientScopes) {
    const token = await new SignJWT({ scope, client_id: 'machine' })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(config.signIn.issuer)
      .setAudience(`${config.publicOrigin}/api`)
      .setSubject('machine')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 86_400)
      .sign(privateKey)
    minted.set(scope, token)
  }
  return { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] }
}

/** The signed token of a scope. */
export function tokenOf(scope: string): string {
  return minted.get(scope) ?? ''
}
