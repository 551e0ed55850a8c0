import { expect, test } from 'vitest'
import { phaseOf, untilTurn } from '../../web/src/features/calendar/use-time-left.ts'
import { anAssortment } from './an-assortment.ts'

const { cycle } = anAssortment()
const HOUR = 3_600_000

/** A window that opens and closes so many hours from now, told by a server whose clock is a day ahead. */
function aWindow(opens: number, closes: number) {
  const receivedAt = Date.now()
  const server = receivedAt + 24 * HOUR
  const at = (hours: number) => new Date(server + hours * HOUR).toISOString()
  if (!cycle) throw new Error('The assortment has no cycle')
  return { cycle: { ...cycle, opensAt: at(opens), closesAt: at(closes), now: at(0) }, receivedAt }
}

test.each([
  ['before', 3, 8, 3],
  ['open', -1, 5, 5],
  ['over', -9, -1, -1],
] as const)('%s its times the server counts to the next turn', (phase, opens, closes, left) => {
  const window = aWindow(opens, closes)
  expect(phaseOf(window)).toBe(phase)
  expect(Math.round(untilTurn(window) / HOUR)).toBe(left)
})
