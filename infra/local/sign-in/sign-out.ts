// Ends the provider's session when the product names whom it signed in; asks the person otherwise.
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { chooseLanguage, framed, pageHeaders } from '../page-frame.ts'
import { noticePage, signOutPage } from './sign-in-pages.ts'
import { signInText } from './sign-in-texts.ts'

/** The provider's sign-out settings. */
export function signOutFeature(home: string) {
  return {
    enabled: true,
    async logoutSource(ctx: KoaContextWithOIDC, hiddenForm: string): Promise<void> {
      const { accountId } = ctx.oidc.session ?? {}
      // Drawn at random, so a page elsewhere does not know it.
      const isOwn = accountId !== undefined && ctx.oidc.params?.logout_hint === accountId
      if (isOwn) return endSession(ctx)
      const language = languageOf(ctx)
      writePage(ctx, signOutPage(language, hiddenForm))
    },
    async postLogoutSuccessSource(ctx: KoaContextWithOIDC): Promise<void> {
      writePage(ctx, noticePage(languageOf(ctx), 'signedOut', undefined, home))
    },
  }
}

/** Where nobody is signed in any more the provider would send a page with a script: leads straight back instead. */
export function redirectWhenSignedOut(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next()
    if (!knowsProvider(ctx) || ctx.oidc.route !== 'end_session' || ctx.status !== 200) return
    if (ctx.oidc.session && !ctx.oidc.session.accountId) leave(ctx)
  })
}

function knowsProvider(ctx: object): ctx is KoaContextWithOIDC {
  return 'oidc' in ctx
}

async function endSession(ctx: KoaContextWithOIDC): Promise<void> {
  const { provider, session } = ctx.oidc
  for (const { grantId } of Object.values(session?.authorizations ?? {})) {
    if (!grantId) continue
    await provider.AccessToken.revokeByGrantId(grantId)
    await (await provider.Grant.find(grantId))?.destroy()
  }
  await session?.destroy()
  ctx.cookies.set(provider.cookieName('session'), null, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
  })
  leave(ctx)
}

function leave(ctx: KoaContextWithOIDC): void {
  const { post_logout_redirect_uri: target, state } = ctx.oidc.params ?? {}
  const url = new URL(typeof target === 'string' ? target : ctx.oidc.urlFor('end_session_success'))
  if (typeof target === 'string' && typeof state === 'string') url.searchParams.set('state', state)
  ctx.status = 303
  ctx.body = ''
  ctx.redirect(url.href)
}

function languageOf(ctx: KoaContextWithOIDC) {
  return chooseLanguage(String(ctx.oidc?.params?.ui_locales ?? ''), ctx.get('accept-language'))
}

function writePage(ctx: KoaContextWithOIDC, body: string): void {
  const language = languageOf(ctx)
  ctx.set(pageHeaders())
  ctx.body = framed({ language, title: signInText(language, 'signOut'), body })
}
