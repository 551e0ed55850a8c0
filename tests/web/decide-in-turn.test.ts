import { expect, it } from 'vitest'
import { ApiProblem } from '../../web/src/api.ts'
import { decideInTurn } from '../../web/src/features/requests/decide-in-turn.ts'

type Seen = Parameters<ReturnType<typeof decideInTurn>>[0]

function asked(kind: Seen['kind'], customerVersion: number, shop: 'A' | 'B' = 'A'): Seen {
  return {
    requestId: 'req_0000000000000001',
    customerId: `cus_000000000000000${shop}`,
    kind,
    state: 'asked',
    askedAt: '2026-11-25T04:00:00.000Z',
    wanted: {},
    customerVersion,
    askedBy: '李强',
  }
}

/** A server with the customers of two shops at version 3; `others` change along before the answer. */
function aServer(others = 0) {
  const versions = new Map<string, number>()
  return decideInTurn(async (seen) => {
    const version = versions.get(seen.customerId) ?? 3
    if (version !== seen.customerVersion) throw new ApiProblem(412, { code: 'request.changed_meanwhile' })
    const next = version + (seen.kind === 'contact' ? 0 : 1) + others
    versions.set(seen.customerId, next)
    return { ...seen, state: 'approved', customerVersion: next }
  })
}

it('all requests of one shop go through together', async () => {
  const decide = aServer()
  for (const kind of ['addresses', 'contact', 'licence'] as const) await decide(asked(kind, 3))
  expect((await decide(asked('addresses', 3, 'B'))).customerVersion).toBe(4)
})

it('what was looked at before others changed is refused', async () => {
  const decide = aServer()
  await decide(asked('addresses', 3))
  await expect(decide(asked('licence', 2))).rejects.toThrow('request.changed_meanwhile')
})

it('a change of someone else in between refuses the next', async () => {
  const decide = aServer(1)
  await decide(asked('addresses', 3))
  await expect(decide(asked('licence', 3))).rejects.toThrow('request.changed_meanwhile')
})

it('a change beside an approved contact refuses the next', async () => {
  const decide = aServer(1)
  await decide(asked('contact', 3))
  await expect(decide(asked('licence', 3))).rejects.toThrow('request.changed_meanwhile')
})
