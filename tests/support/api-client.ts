import { randomUUID } from 'node:crypto'
import type { World } from '#platform/world'
import { createApi } from '../../functions/entry/api.ts'

export type Sent = {
  method?: string
  cookie?: string
  body?: unknown
  headers?: Record<string, string>
}

export type Answer = { status: number; headers: Headers; text: string; body: Record<string, unknown> }

export type Call = (path: string, sent?: Sent) => Promise<Answer>

/** Calls the API of a world as a browser of its own origin would, without a network. */
export function apiOf(world: World): Call {
  const api = createApi(world)
  return async (path, sent = {}) =>
    answerOf(await api.request(`/api${path}`, requestInit(world.config.publicOrigin, sent)))
}

/** Calls a running server the same way. */
export function apiAt(origin: string): Call {
  return async (path, sent = {}) => answerOf(await fetch(`${origin}/api${path}`, requestInit(origin, sent)))
}

function requestInit(origin: string, { method = 'GET', cookie, body, headers }: Sent): RequestInit {
  return {
    method,
    headers: {
      origin,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    redirect: 'manual',
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} }
}
