import type { ProblemEntry } from '#shared/problems'
import { pageLanguage } from './page-language.ts'

/** The server refused, in its own words. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly entries: readonly ProblemEntry[]

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? body.code)
    this.status = status
    this.code = body.code
    this.facts = body.facts ?? {}
    this.entries = body.errors ?? []
  }
}

/** No answer of ours arrived: what was asked may or may not have happened. `status` is that of an answer that was not ours,
 * as of a gateway before the server. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  status?: number
}

type ProblemBody = {
  code: string
  title?: string
  facts?: Record<string, unknown>
  errors?: ProblemEntry[]
}

/** What a writing request carries: its body, the version it was made from, the key that makes it happen once;
 * `keepalive` lets a small one arrive though the page is being left. */
export type Writing = { body?: unknown; version?: number; key?: string; keepalive?: boolean; text?: string }

/** An answer as it arrived, and when by this device's clock. */
type Arrived = { response: Response; receivedAt: number }

const AHEAD_MILLISECONDS = 10_000
const ahead = new Map<string, Promise<Arrived>>()

/** Asks for `path` while the script of the page is still on its way; who reads it soon afterwards gets this answer, once. */
export function askAhead(path: string): void {
  const asked = request('GET', path, {})
  asked.catch(ignored)
  ahead.set(path, asked)
  // What nobody takes would hold its connection, and grow old.
  const drop = () => takenAhead(path)?.then(({ response }) => response.body?.cancel(), ignored)
  setTimeout(drop, AHEAD_MILLISECONDS)
}

function takenAhead(path: string): Promise<Arrived> | undefined {
  const asked = ahead.get(path)
  ahead.delete(path)
  return asked
}

function ignored(): void {}

/** Reads `path` below `/api`; `text` is what is searched for, kept out of the address. Throws ApiProblem or NoAnswer. */
export async function read<Answer>(path: string, text?: string): Promise<Answer> {
  return (await readTimed<Answer>(path, text)).answer
}

/** The same with the moment it arrived at, which may lie before it was read. */
export async function readTimed<Answer>(
  path: string,
  text?: string,
): Promise<{ answer: Answer; receivedAt: number }> {
  const { response, receivedAt } = await ((!text && takenAhead(path)) || request('GET', path, { text }))
  return { answer: await answerOf<Answer>(response), receivedAt }
}

/** Writes to `path` below `/api`. Throws ApiProblem or NoAnswer. */
export async function write<Answer>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  writing: Writing = {},
): Promise<Answer> {
  return answerOf<Answer>((await request(method, path, writing)).response)
}

/** Query parameters as text, absent ones left out. */
export function query(parameters: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** A key that makes a create happen once. */
export function newKey(): string {
  // crypto.randomUUID exists on https and localhost alone; a shop may reach a test server by its address.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function request(method: string, path: string, writing: Writing): Promise<Arrived> {
  const { body, version, key, keepalive, text } = writing
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': pageLanguage() }
  if (method !== 'GET') headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  if (key !== undefined) headers['idempotency-key'] = key
  if (text) headers['search-text'] = encodeURIComponent(text)
  const sent = method === 'POST' || method === 'PUT' ? JSON.stringify(body ?? {}) : undefined
  const response = await fetch(`/api${path}`, { method, headers, body: sent, keepalive }).catch(
    (error: unknown) => {
      throw new NoAnswer(String(error))
    },
  )
  return { response, receivedAt: Date.now() }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json().catch(() => undefined)
  if (response.ok && (answer !== undefined || response.status === 204)) return answer
  if (isProblem(answer)) throw new ApiProblem(response.status, answer)
  throw Object.assign(new NoAnswer(), { status: response.status })
}

function isProblem(answer: unknown): answer is ProblemBody {
  return typeof answer === 'object' && answer !== null && 'code' in answer && typeof answer.code === 'string'
}
