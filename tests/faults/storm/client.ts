import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { apiAt } from '../../support/api-client.ts'

const MOST_TRIES = 200
const ANSWER_TIMEOUT_MILLISECONDS = 15_000

/** What one submit means: the same key is the same order, whichever server hears it. */
export type Intention = {
  key: string
  customerId: CustomerId
  cookie: string
  cycleId: CycleId
  lines: Array<{ productId: ProductId; quantity: number }>
}

/** What came of it: the bytes of a success, or the codes of a refusal. */
export type Outcome = { intention: Intention; status: number; text: string; codes: string[] }

/** A client that writes down what it meant and what it was told, and repeats what it does not know. */
export function createClient(origins: readonly string[], ledgerFile: string, random: () => number) {
  return {
    /** Submits until a definite answer comes, at a server drawn by chance each time. */
    async submit(intention: Intention): Promise<Outcome> {
      appendFileSync(ledgerFile, `${JSON.stringify({ meant: intention.key })}\n`)
      for (let tries = 1; tries <= MOST_TRIES; tries++) {
        const origin = origins[Math.floor(random() * origins.length)] ?? ''
        const outcome = await attempt(origin, intention)
        if (outcome) {
          appendFileSync(ledgerFile, `${JSON.stringify({ told: intention.key, status: outcome.status })}\n`)
          return outcome
        }
        await sleep(20 + random() * 150)
      }
      throw new Error(`No definite answer for ${intention.key} in ${MOST_TRIES} tries`)
    },
  }
}

/** One try; undefined when its outcome is unknown or the server asked to come again. */
async function attempt(origin: string, intention: Intention): Promise<Outcome | undefined> {
  const { key, customerId, cookie, cycleId, lines } = intention
  const headers = { 'idempotency-key': key }
  const call = apiAt(origin)('/orders', {
    method: 'POST',
    cookie,
    headers,
    body: { customerId, cycleId, lines },
  })
  const late = sleep(ANSWER_TIMEOUT_MILLISECONDS, undefined, { ref: false })
  const answer = await Promise.race([call.catch(() => undefined), late])
  if (!answer || answer.status >= 500) return undefined
  return { intention, status: answer.status, text: answer.text, codes: codesOf(answer.body) }
}

function codesOf(body: Record<string, unknown>): string[] {
  const entries = Array.isArray(body.errors) ? body.errors : []
  const codes = entries.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null && 'code' in entry ? String(entry.code) : '',
  )
  return body.code === undefined ? [] : [String(body.code), ...codes]
}
