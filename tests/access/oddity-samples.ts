import { getThresholds } from '#oddities'
import { Refused } from '#platform/storage/write'
import { addSeconds } from '#shared/time'
import { countWrite } from '../../functions/oddities/look-store.ts'
import { putOddityOnce, storedOddity } from '../../functions/oddities/oddity-store.ts'
import type { Sample } from './samples.ts'
import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

type MakeSample = (stage: Stage, side: Side) => Promise<Sample> | Sample

const instant = addSeconds('2026-01-01T00:00:00.000Z', 0)
const unitOf = (side: Side) => (side === 'own' ? OWN_UNIT : SIBLING_UNIT)

/** The path of something odd that one shop ordered in the cycle of the stage. */
async function anOddity({ world, customers, cycleId }: Stage, side: Side) {
  const [customerId, unitPath] = [customers[side], unitOf(side)]
  const swing = { quantity: 90, mean: 20, cycles: 4 }
  const kinds = { identical: 0, device: 0, late: 0, swing: 1 }
  await putOddityOnce(world.table, {
    ...{ customerId, cycleId, unitPath, kinds: ['swing'], swing, orders: [], version: 0 },
  })
  try {
    await world.table.commit([countWrite(cycleId, { unitPath, shops: 1, open: 1, kinds })])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const { version } = await storedOddity(world.table, { customerId, cycleId })
  return { path: `/customers/${customerId}/oddities/${cycleId}`, version }
}

const ofOddity =
  (rest: string): MakeSample =>
  async (stage, side) => ({ path: `${(await anOddity(stage, side)).path}${rest}` })

export const odditySamples: Record<string, MakeSample> = {
  'GET /oddities': ({ cycleId }, side) => ({
    path: `/oddities?cycleId=${cycleId}&unitPath=${unitOf(side)}`,
  }),
  'GET /oddity-counts': (_, side) => ({ path: `/oddity-counts?unitPath=${unitOf(side)}` }),
  'PUT /customers/{customerId}/oddities/{cycleId}/review': async (stage, side) => {
    const { path, version } = await anOddity(stage, side)
    const body = { state: 'fine', note: `看过第 ${version + 1} 次` }
    return { path: `${path}/review`, method: 'PUT', headers: { 'if-match': `"${version}"` }, body }
  },
  'GET /customers/{customerId}/oddities/{cycleId}/history': ofOddity('/history'),
  'GET /customers/{customerId}/oddities/{cycleId}/history/record': ofOddity(`/history/record?at=${instant}`),
  'GET /oddity-thresholds': () => ({ path: '/oddity-thresholds' }),
  'PUT /oddity-thresholds': async ({ world }) => {
    const { version, ...thresholds } = await getThresholds(world)
    const body = { ...thresholds, swingQuantity: 20 + (version % 50) + 1 }
    return { path: '/oddity-thresholds', method: 'PUT', headers: { 'if-match': `"${version}"` }, body }
  },
  'GET /oddity-thresholds/history': () => ({ path: '/oddity-thresholds/history' }),
  'GET /oddity-thresholds/history/record': () => ({
    path: `/oddity-thresholds/history/record?at=${instant}`,
  }),
}
