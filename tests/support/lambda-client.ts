import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Call, Sent } from './api-client.ts'

export type GatewayEvent = ReturnType<typeof eventOf>

export type GatewayAnswer = {
  statusCode: number
  headers?: Record<string, unknown>
  cookies?: string[]
  body: string
  isBase64Encoded: boolean
}

/** Calls a handler by API Gateway v2 events; `always` are headers that the CDN adds to each request. */
export function throughGateway(
  origin: string,
  handler: (event: GatewayEvent) => Promise<GatewayAnswer>,
  always: Record<string, string> = {},
): Call {
  return async (path, sent = {}) => {
    const headers = { ...sent.headers, ...always }
    const answer = await handler(eventOf(origin, `/api${path}`, { ...sent, headers }))
    return readAnswer(answer)
  }
}

function readAnswer(answer: GatewayAnswer) {
  const raw = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64') : Buffer.from(answer.body)
  const headers = new Headers(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
  const text = (headers.get('content-encoding') === 'gzip' ? gunzipSync(raw) : raw).toString()
  const isJson = /json/.test(headers.get('content-type') ?? '')
  return { status: answer.statusCode, headers, text, body: isJson ? JSON.parse(text) : {} }
}

function eventOf(origin: string, address: string, { method = 'GET', cookie, body, headers }: Sent) {
  const [rawPath = '', rawQueryString = ''] = address.split('?')
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers: {
      host: new URL(origin).host,
      origin,
      ...(text !== undefined && {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
      }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(cookie && { cookies: [cookie] }),
    requestContext: requestContext(method, rawPath),
    body: text === undefined ? null : Buffer.from(text).toString('base64'),
    isBase64Encoded: text !== undefined,
  }
}

function requestContext(method: string, path: string) {
  return {
    accountId: 'tests',
    apiId: 'tests',
    authentication: null,
    authorizer: {},
    domainName: 'localhost',
    domainPrefix: 'localhost',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'tests' },
    requestId: randomUUID(),
    routeKey: '$default',
    stage: '$default',
    time: '25/Nov/2026:04:00:00 +0000',
    timeEpoch: 0,
  }
}
