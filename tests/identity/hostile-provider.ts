import { createServer, type IncomingMessage, type Server } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'

export type Claims = Record<string, unknown>
/** What a provider's ID token says and how it is signed; a lie changes one thing of the honest one. */
export type Lie = {
  claims?: Claims
  sign?: 'other-key' | 'none' | 'secret'
  idToken?: string
}

export type Provider = {
  issuer: string
  /** The phone number that the next sign-ins prove. */
  phone: string
  lie: Lie
  stop(): Promise<void>
}

const KEY_ID = 'k1'

/** A small OpenID provider that says what a test wants; a code is `<nonce>~<anything>`. */
export async function startProvider(clientId: string, clientSecret: string): Promise<Provider> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const jwk = { ...(await exportJWK(own.publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }
  const server = createServer((request, response) => {
    answer(request)
      .then((body) => {
        response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body ?? {}))
      })
      .catch(() => response.destroy())
  })
  const issuer = await listen(server)
  const provider: Provider = { issuer, phone: '', lie: {}, stop: () => stop(server) }

  async function answer(request: IncomingMessage): Promise<object | undefined> {
    if (request.url === '/.well-known/openid-configuration') return metadataOf(issuer)
    if (request.url === '/jwks') return { keys: [jwk] }
    if (request.url !== '/token') return undefined
    const form = new URLSearchParams(await textOf(request))
    const code = form.get('code') ?? ''
    return { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken(code) }
  }

  async function idToken(code: string): Promise<string> {
    const { lie } = provider
    if (lie.idToken !== undefined) return lie.idToken
    const seconds = Math.floor(Date.now() / 1000)
    const honest = {
      iss: issuer,
      aud: clientId,
      sub: 'someone',
      nonce: code.split('~')[0],
      iat: seconds,
      exp: seconds + 60,
      phone_number: provider.phone,
      phone_number_verified: true,
    }
    const claims = { ...honest, ...lie.claims }
    if (lie.sign === 'none') return new UnsecuredJWT(claims).encode()
    const algorithm = lie.sign === 'secret' ? 'HS256' : 'RS256'
    const key =
      lie.sign === 'secret'
        ? new TextEncoder().encode(clientSecret)
        : lie.sign
          ? other.privateKey
          : own.privateKey
    return new SignJWT(claims).setProtectedHeader({ alg: algorithm, kid: KEY_ID }).sign(key)
  }
  return provider
}

function metadataOf(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
