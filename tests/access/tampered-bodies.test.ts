import { beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import type { Answer } from '../support/api-client.ts'
import { openTrial } from './honest-request.ts'

const wrong = [-1, 0, 0.5, 1e21, '2', '', '\u0000', 'x'.repeat(5000), [2], { 0: 2 }, null, true]
const extras = { price: 1, total: 1, customerId: 'cus_0123456789ABCDEF', state: 'confirmed', role: 'owner' }
const changing = routeRights(rooms).filter(
  ({ method, path, rights }) =>
    !['GET', 'DELETE'].includes(method) && rights !== 'public' && path !== '/session',
)

const trial = openTrial()
beforeAll(trial.open)

/** The bodies that differ from an honest one in one place, however deep. */
function* tampered(body: unknown): Generator<unknown> {
  if (Array.isArray(body)) {
    for (const other of body.length > 0 ? tampered(body[0]) : []) yield [other, ...body.slice(1)]
    return
  }
  if (typeof body !== 'object' || body === null) return
  for (const [field, value] of Object.entries(body)) {
    for (const other of wrong) yield { ...body, [field]: other }
    for (const other of tampered(value)) yield { ...body, [field]: other }
  }
}

describe('bodies that were tampered with', () => {
  it.each(changing)('$method $path takes none of them half', async (route) => {
    let { path, sent } = await trial.honest(route)
    if (typeof sent.body !== 'object' || sent.body === null) return
    for (const body of tampered(sent.body)) {
      const before = trial.countWrites()
      const { status, text } = await trial.call(path, { ...sent, body })
      const said = `${JSON.stringify(body).slice(0, 200)}: ${status} ${text.slice(0, 200)}`
      expect(status, said).toBeLessThan(500)
      if (status >= 300) expect(trial.countWrites(), said).toBe(before)
      else ({ path, sent } = await trial.honest(route))
    }
  })

  it.each(changing)('$method $path heeds no field of another', async (route) => {
    const plain = await trial.honest(route)
    if (typeof plain.sent.body !== 'object' || plain.sent.body === null || Array.isArray(plain.sent.body))
      return
    const honest = await trial.call(plain.path, plain.sent)
    const { path, sent } = await trial.honest(route)
    const poisoned = JSON.stringify({ ...extras, ...Object(sent.body) }).replace(
      '{',
      '{"__proto__":{"role":"owner"},',
    )
    const before = trial.countWrites()
    const answer = await trial.call(path, { ...sent, body: poisoned })
    const told = ({ status, body }: Answer) => [status, ...Object.keys(extras).map((field) => body[field])]
    // A route that knows such a field refuses a wrong one whole.
    if (answer.status === 400) expect(trial.countWrites(), answer.text).toBe(before)
    else expect(told(answer), answer.text).toEqual(told(honest))
    expect(Object.hasOwn(Object.prototype, 'role')).toBe(false)
  })
})
