// The OpenID provider of a local run: oidc-provider under /oidc, everything it keeps in the local table.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ClientMetadata, type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { LocalTable } from '../local-table.ts'
import { chooseLanguage, escapeHtml, framed, pageHeaders } from '../page-frame.ts'
import type { Allowance } from './attempt-limits.ts'
import { handleInteraction } from './interaction.ts'
import type { SendMail, SendSms, SignInWorld } from './interaction-steps.ts'
import { CODE_ALLOWANCES } from './one-time-codes.ts'
import { adapterOn } from './provider-adapter.ts'
import { noticePage } from './sign-in-pages.ts'
import { signInText } from './sign-in-texts.ts'
import { userOfSub } from './sign-in-users.ts'
import { redirectWhenSignedOut, signOutFeature } from './sign-out.ts'
import { keysOfProvider, type SignInKeys } from './signing-keys.ts'

const DAY_SECONDS = 86_400
const PEOPLE_SCOPES = 'openid phone email profile'

export type ClientAuthentication = 'client_secret_basic' | 'client_secret_post'

export type SignInClients = {
  web: {
    id: string
    secret: string
    redirectUris: string[]
    postLogoutUris: string[]
    authentication?: ClientAuthentication
  }
  machines: { id: string; secret: string; scopes: string[]; authentication?: ClientAuthentication }[]
}

export type SignInOptions = {
  /** `${origin}/oidc`; every address that the provider names is built from it. */
  issuer: string
  clients: SignInClients
  table: LocalTable
  sendMail: SendMail
  sendSms: SendSms
  now?: () => number
  /** What the machines' tokens are for; `${origin}/api` where unset. */
  resource?: string
  codeAllowances?: Allowance[]
}

export type SignInProvider = { handle(request: IncomingMessage, response: ServerResponse): void }

/** Builds the provider; `handle` serves every path at and under the issuer's. */
export async function createSignInProvider(options: SignInOptions): Promise<SignInProvider> {
  const issuer = new URL(options.issuer)
  const home = `${issuer.origin}/`
  const now = options.now ?? Date.now
  const provider = new Provider(
    options.issuer,
    configurationOf(options, await keysOfProvider(options.table), home),
  )
  // Addresses come from the issuer, so what a caller writes into Host changes nothing.
  provider.proxy = true
  redirectWhenSignedOut(provider)
  provider.on('server_error', (_, error) => console.error('sign-in provider', error))
  const { table, sendMail, sendSms, codeAllowances = CODE_ALLOWANCES } = options
  const world: SignInWorld = { table, sendMail, sendSms, now, codeAllowances }
  const path = `${issuer.pathname}/interaction`
  const { redirectUris } = options.clients.web
  const formTargets = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].filter(
    (each) => each !== issuer.origin,
  )
  const answer = provider.callback()
  return {
    handle(request, response) {
      pinAddress(request, issuer)
      if (request.url?.startsWith(`${path}/`)) {
        const place = { provider, world, path, home, formTargets }
        handleInteraction(place, request, response).catch((error: unknown) => {
          console.error('sign-in page', error)
          if (!response.headersSent) response.writeHead(500)
          response.end()
        })
        return
      }
      // NOTE: oidc-provider finds its mount path by comparing both.
      Object.assign(request, { originalUrl: request.url })
      request.url = request.url?.slice(issuer.pathname.length) || '/'
      void answer(request, response)
    },
  }
}

function pinAddress(request: IncomingMessage, issuer: URL): void {
  request.headers.host = issuer.host
  request.headers['x-forwarded-host'] = issuer.host
  request.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1)
}

function configurationOf(options: SignInOptions, keys: SignInKeys, home: string): Configuration {
  const { table, clients, now = Date.now } = options
  const resource = options.resource ?? `${home}api`
  const scopesOf = new Map(clients.machines.map(({ id, scopes }) => [id, scopes.join(' ')]))
  const machineScopes = clients.machines.flatMap(({ scopes }) => scopes)
  return {
    adapter: adapterOn(table, now),
    clients: clientsOf(clients),
    jwks: { keys: keys.signing },
    cookies: { keys: keys.cookies, long: { signed: true }, short: { signed: true } },
    scopes: [...new Set([...PEOPLE_SCOPES.split(' '), ...machineScopes])],
    claims: {
      openid: ['sub'],
      phone: ['phone_number', 'phone_number_verified'],
      email: ['email', 'email_verified'],
      profile: ['locale'],
    },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      ClientCredentials: 3600,
      Grant: 14 * DAY_SECONDS,
      IdToken: 3600,
      Interaction: 3600,
      Session: 14 * DAY_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: signOutFeature(home),
      resourceIndicators: {
        enabled: true,
        // People get no token for the API: theirs is the cookie of the product.
        defaultResource: (_, client) => (scopesOf.has(client.clientId) ? resource : []),
        getResourceServerInfo: (_, __, client) => ({
          scope: scopesOf.get(client.clientId) ?? '',
          audience: resource,
          accessTokenTTL: 3600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: {
      url: (_, interaction) => `${new URL(options.issuer).pathname}/interaction/${interaction.uid}`,
    },
    findAccount: (_, sub) => accountOf(table, sub),
    loadExistingGrant: grantImplicitly,
    renderError: (ctx, { error }) => {
      const language = chooseLanguage(ctx.get('accept-language'))
      ctx.set(pageHeaders())
      ctx.body = framed({
        language,
        title: signInText(language, 'failed'),
        body: `${noticePage(language, 'failed', 'lostHint', home)}<small>${escapeHtml(error)}</small>`,
      })
    },
  }
}

function clientsOf({ web, machines }: SignInClients): ClientMetadata[] {
  const browser: ClientMetadata = {
    client_id: web.id,
    client_secret: web.secret,
    redirect_uris: web.redirectUris,
    post_logout_redirect_uris: web.postLogoutUris,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: PEOPLE_SCOPES,
    token_endpoint_auth_method: web.authentication ?? 'client_secret_basic',
    // The portal lets one end sessions elsewhere soon after this moment.
    require_auth_time: true,
  }
  const others = machines.map(
    ({ id, secret, scopes, authentication }): ClientMetadata => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      scope: scopes.join(' '),
      token_endpoint_auth_method: authentication ?? 'client_secret_basic',
    }),
  )
  return [browser, ...others]
}

async function accountOf(table: LocalTable, sub: string) {
  const user = await userOfSub(table, sub)
  if (!user) return undefined
  const phone = user.phone ? { phone_number: user.phone, phone_number_verified: true } : {}
  const email = user.email ? { email: user.email, email_verified: true } : {}
  const claims = () => ({ sub, locale: user.locale ?? 'zh-CN', ...phone, ...email })
  return { accountId: sub, claims }
}

// First-party: whoever signed in has agreed.
async function grantImplicitly(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const known = session.grantIdFor(client.clientId)
  const kept = known ? await provider.Grant.find(known) : undefined
  if (kept?.accountId === session.accountId) return kept
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(PEOPLE_SCOPES)
  await grant.save()
  return grant
}
