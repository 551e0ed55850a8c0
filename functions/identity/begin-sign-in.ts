import type { World } from '#platform/world'
import { type Language, languages } from '#shared/languages'
import { millisecondsOf } from '#shared/time'
import { discoverIssuer } from './issuer.ts'
import { browserMark, keepSignIn } from './session-store.ts'

export const SIGN_IN_LIFE_SECONDS = 15 * 60

/** Begins a sign-in (authorization code with PKCE) and answers where the browser goes next. `browser` is the secret of
 * the browser that began it: no other one may end it. */
export async function beginSignIn(
  world: World,
  input: { returnTo?: string; language: Language; browser: string; prompt?: 'login' },
): Promise<URL> {
  const {
    buildAuthorizationUrl,
    calculatePKCECodeChallenge,
    randomNonce,
    randomPKCECodeVerifier,
    randomState,
  } = await import('openid-client')
  const issuer = await discoverIssuer(world)
  const [nonce, verifier] = [randomNonce(), randomPKCECodeVerifier()]
  const state = `${input.language}.${randomState()}`
  const expires = Math.floor(millisecondsOf(world.clock.now()) / 1000) + SIGN_IN_LIFE_SECONDS
  const returnTo = ownPath(input.returnTo) ?? `/${input.language}/`
  const browser = browserMark(input.browser)
  await keepSignIn(world.table, state, { verifier, nonce, returnTo, expires, browser })
  return buildAuthorizationUrl(issuer, {
    redirect_uri: `${world.config.publicOrigin}/api/sign-in/callback`,
    scope: 'openid phone email',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ui_locales: input.language === 'zh' ? 'zh-CN' : 'en',
    // Asks again whom it knows; with an age, every provider says when it did.
    ...(input.prompt && { prompt: input.prompt, max_age: '0' }),
  })
}

/** A path of this site; undefined for anything that could lead elsewhere. */
export function ownPath(path: string | undefined): string | undefined {
  return path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) ? path : undefined
}

/** The language in which a sign-in was begun: its state says so, even when nothing else is known of it any more. */
export function languageOfState(state: string | null): Language | undefined {
  return languages.find((language) => state?.startsWith(`${language}.`))
}
