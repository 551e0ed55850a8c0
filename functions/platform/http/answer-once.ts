// Holds every write to its Idempotency-Key: the same body gets the same answer, another one is refused.
import type { Next } from 'hono'
import { Problem } from '#shared/problems'
import { millisecondsOf } from '#shared/time'
import { markOf } from '../actor.ts'
import { fingerprint } from '../new-id.ts'
import { pause } from '../storage/retry.ts'
import { Refused } from '../storage/write.ts'
import {
  type Answer,
  type AskedOnce,
  answerWrite,
  type KeptAnswer,
  keptAnswer,
  opened,
} from './answer-store.ts'
import type { PortalContext } from './context.ts'

const KEPT_SECONDS = 40 * 24 * 3600
// An item holds 400 KB, and sealing makes a third more of it; what is longer is answered anew by the room's own proof.
const MOST_CHARACTERS = 90_000
const MOST_KEY_CHARACTERS = 200
const MOST_LOOKS = 5
/** Statuses by which the second of two equal requests may fail. */
const lostRaces: ReadonlySet<number> = new Set([409, 412])

/** Runs the rest of a request once for a key: sent again, it is answered as it was, byte for byte. Problems are not kept.
 * Throws `request.key_reused` when the key was used with another body. */
export async function answerOnce(context: PortalContext, next: Next): Promise<Response | undefined> {
  const asked = askedOnce(context)
  if (!asked) {
    await next()
    return undefined
  }
  const print = fingerprint(await bodyOf(context))
  const kept = await keptAnswer(context.get('world').table, asked)
  if (kept) return replayOf(kept, asked, print)
  await next()
  if (await isFirst(context, asked, print)) return undefined
  const first = await answerOfTwin(context, asked)
  if (first?.fingerprint !== print) return undefined
  context.res = undefined
  context.res = replayOf(first, asked, print)
  return undefined
}

/** What an equal request that was sent at once is answered, as soon as that stands. */
async function answerOfTwin(context: PortalContext, asked: AskedOnce): Promise<KeptAnswer | undefined> {
  for (let looks = 1; looks <= MOST_LOOKS; looks++) {
    const kept = await keptAnswer(context.get('world').table, asked)
    if (kept) return kept
    await pause(looks)
  }
  return undefined
}

/** Keeps what is about to be answered; false when another request of the same key may have been answered first. */
async function isFirst(context: PortalContext, asked: AskedOnce, print: string): Promise<boolean> {
  const { table, log, clock } = context.get('world')
  const answer = await answerOf(context.res)
  if (!answer) return !lostRaces.has(context.res.status)
  const expires = Math.floor(millisecondsOf(clock.now()) / 1000) + KEPT_SECONDS
  try {
    await table.commit([answerWrite(asked, { fingerprint: print, expires }, answer)])
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    // The write itself is done: its answer goes out, and a repeat is judged by the room.
    log.warn('an answer was not kept', { error: String(error) })
    return true
  }
}

/** Where this key counts: for who asks, and for this one resource. */
function askedOnce(context: PortalContext): AskedOnce | undefined {
  const key = context.req.header('idempotency-key')
  const actor = context.get('actor')
  if (!key || key.length > MOST_KEY_CHARACTERS || context.req.method === 'GET') return undefined
  if (actor.kind === 'nobody') return undefined
  const { pathname, search } = new URL(context.req.url)
  const by = [actor.kind, markOf(actor).id, 'customerId' in actor ? actor.customerId : ''].join(' ')
  const { secret } = context.get('world').config
  return { by, place: `${context.req.method} ${pathname}${search}`, key, secret }
}

async function bodyOf(context: PortalContext): Promise<unknown> {
  const text = await context.req.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function answerOf(response: Response): Promise<Answer | undefined> {
  // A cookie is a secret of one browser.
  if (!response.ok || response.headers.has('set-cookie')) return undefined
  const text = response.body ? await response.clone().text() : null
  if ((text?.length ?? 0) > MOST_CHARACTERS) return undefined
  const headers = ['content-type', 'location', 'etag'].flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  return { status: response.status, headers: Object.fromEntries(headers), body: text }
}

function replayOf(kept: KeptAnswer, asked: AskedOnce, print: string): Response {
  if (kept.fingerprint !== print) throw new Problem('request.key_reused')
  const { status, headers, body } = opened(kept, asked)
  return new Response(body, { status, headers: { ...headers, 'idempotency-replayed': 'true' } })
}
