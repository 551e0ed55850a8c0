import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import { millisecondsOf } from '#shared/time'
import { discoverIssuer } from './issuer.ts'
import { browserKeyOf, keepSignIn } from './session-store.ts'

export const SIGN_IN_LIFE_SECONDS = 15 * 60

/** Begins a sign-in (authorization code with PKCE) and answers where the browser goes next. Only the browser that holds
 * the secret can end it, so that nobody is signed in as someone else by a link. */
export async function beginSignIn(
  world: World,
  input: { returnTo?: string; language: Language; browser: string },
): Promise<URL> {
  const {
    buildAuthorizationUrl,
    calculatePKCECodeChallenge,
    randomNonce,
    randomPKCECodeVerifier,
    randomState,
  } = await import('openid-client')
  const issuer = await discoverIssuer(world)
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const expires = Math.floor(millisecondsOf(world.clock.now()) / 1000) + SIGN_IN_LIFE_SECONDS
  const returnTo = ownPath(input.returnTo) ?? `/${input.language}/`
  await keepSignIn(world.table, state, {
    verifier,
    nonce,
    returnTo,
    expires,
    browser: browserKeyOf(input.browser),
  })
  return buildAuthorizationUrl(issuer, {
    redirect_uri: `${world.config.publicOrigin}/api/sign-in/callback`,
    scope: 'openid phone email',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: input.language === 'zh' ? 'zh-CN' : 'en',
  })
}

/** A path of this site; undefined for anything that could lead elsewhere. */
export function ownPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : undefined
}
