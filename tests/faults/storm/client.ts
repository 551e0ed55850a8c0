import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiAt } from '../../support/api-client.ts'

const MOST_TRIES = 200
const ANSWER_TIMEOUT_MILLISECONDS = 15_000

/** What one submit means: the same key means the same, whichever server hears it. */
export type Intention = {
  key: string
  what: 'place' | 'change' | 'cancel' | 'keep'
  cookie: string
  method: 'POST' | 'PUT'
  path: string
  headers?: Record<string, string>
  body?: unknown
}

/** What came of it: the bytes of a success, or the codes of a refusal; and when it was asked and answered. */
export type Outcome = {
  intention: Intention
  status: number
  text: string
  codes: string[]
  askedAt: number
  answeredAt: number
}

export type Submit = (intention: Intention) => Promise<Outcome>

type ClientSettings = {
  origins: readonly string[]
  ledgerFile: string
  random: () => number
  underWay: number
}

/** A client that writes down what it meant and what it was told, and repeats what it does not know, at a server drawn by
 * chance each time. At most `underWay` submits are under way at once, in the order they came. */
export function createClient({ origins, ledgerFile, random, underWay }: ClientSettings): Submit {
  const note = (line: object) => appendFileSync(ledgerFile, `${JSON.stringify(line)}\n`)
  const taking = takeTurns(underWay)
  return (intention) =>
    taking(async () => {
      note({ meant: intention.key })
      const askedAt = performance.now()
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const origin = origins[Math.floor(random() * origins.length)] ?? ''
        const answer = await attempt(origin, intention)
        if (answer) {
          note({ told: intention.key, status: answer.status })
          return { intention, ...answer, askedAt, answeredAt: performance.now() }
        }
        await sleep(20 + random() * 150)
      }
      throw new Error(`No definite answer for ${intention.key} in ${MOST_TRIES} tries`)
    })
}

function takeTurns(places: number) {
  let free = places
  const waiting: Array<() => void> = []
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}

/** One try; undefined when its outcome is unknown or the server asked to come again. */
async function attempt(origin: string, { key, cookie, method, path, headers, body }: Intention) {
  const sent = { method, cookie, headers: { 'idempotency-key': key, ...headers }, body }
  const call = apiAt(origin)(path, sent).catch(() => undefined)
  const late = sleep(ANSWER_TIMEOUT_MILLISECONDS, undefined, { ref: false })
  const answer = await Promise.race([call, late])
  if (!answer || answer.status >= 500) return undefined
  return { status: answer.status, text: answer.text, codes: codesOf(answer.body) }
}

function codesOf(body: Record<string, unknown>): string[] {
  const entries = Array.isArray(body.errors) ? body.errors : []
  const codes = entries.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'code' in entry ? String(entry.code) : '',
  )
  return body.code === undefined ? [] : [String(body.code), ...codes]
}
