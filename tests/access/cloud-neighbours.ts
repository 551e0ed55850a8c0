import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JSONWebKeySet } from 'jose'

export type CloudNeighbours = {
  /** Where the sign-in provider and the file store answer. */
  origin: string
  /** The keys that the provider shows from now on. */
  showKeys(keys: JSONWebKeySet): void
  stop(): Promise<void>
}

const NO_SUCH_KEY = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>Absent</Message></Error>'

/** What a deployed API talks to beside its table: a sign-in provider, and the bucket `files` with what is `stored`. */
export async function startNeighbours(stored: ReadonlyMap<string, Uint8Array>): Promise<CloudNeighbours> {
  let keys: JSONWebKeySet = { keys: [] }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', origin).pathname
    if (path.startsWith('/files/')) return sendFile(request, response, stored.get(path.slice(7)))
    if (path === '/jwks') return sendJson(response, keys)
    const issuer = { issuer: origin, authorization_endpoint: `${origin}/auth`, jwks_uri: `${origin}/jwks` }
    return path === '/.well-known/openid-configuration'
      ? sendJson(response, issuer)
      : void response.writeHead(404).end()
  })
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address()))),
  )
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    showKeys: (shown) => {
      keys = shown
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address) return address.port
  throw new Error('No port')
}

function sendJson(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content))
}

function sendFile(
  { method }: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array | undefined,
): void {
  if (method === 'GET' && bytes) return void response.writeHead(200).end(bytes)
  response.writeHead(404, { 'content-type': 'application/xml' }).end(NO_SUCH_KEY)
}
