import { getOrderMinimum } from '#accounts'
import { cycleIdOf, getOrderPlan, saveCycle } from '#calendar'
import { tradedPlan } from '#shared/calendar-presets'
import { addSeconds, businessDateOf } from '#shared/time'
import { startReminders } from '../../functions/progress/remind-waited-for.ts'
import type { Sent } from '../support/api-client.ts'
import { aCustomer, aMember } from '../support/builders.ts'
import { type Actor, idOfActor } from './actors.ts'
import { OWN_UNIT, SIBLING_UNIT, type Side, type Stage } from './stage.ts'

type Sample = Sent & { path: string }

const DAY = 86_400
const MOST_MADE = 200
let made = 0
const unitOf = (side: Side) => (side === 'own' ? OWN_UNIT : SIBLING_UNIT)

/** Another coming cycle each time: one that was changed already is no twin any more. */
async function aComingCycle({ world }: Stage) {
  const now = world.clock.now()
  const batch = `made-${made % 10}`
  const opensAt = addSeconds(now, (20 * (made % MOST_MADE) + 2) * DAY)
  const closesAt = addSeconds(opensAt, DAY)
  made += 1
  const cycle = { batch, date: businessDateOf(closesAt, world.config.timeZone), opensAt, closesAt }
  await saveCycle(world, cycle)
  return { ...cycle, cycleId: cycleIdOf(cycle) }
}

/** Another shop each time: one that was reminded already is no twin any more. */
async function aShopWaitedFor({ world }: Stage, side: Side) {
  made += 1
  const customerId = await aCustomer(world, `waited-${made}`, { unitPath: unitOf(side) })
  await aMember(world, customerId)
  return customerId
}

/** A request of each route of the calendar that succeeds for whoever may make it. */
export const calendarSamples: Record<
  string,
  (stage: Stage, side: Side, actor: Actor) => Promise<Sample> | Sample
> = {
  'GET /cycles': () => ({ path: '/cycles' }),
  'GET /cycles/{cycleId}': ({ cycleId }) => ({ path: `/cycles/${cycleId}` }),
  'GET /cycles/{cycleId}/closing': ({ cycleId }) => ({ path: `/cycles/${cycleId}/closing` }),
  'GET /cycles/{cycleId}/demand': ({ cycleId }, side) => ({
    path: `/cycles/${cycleId}/demand?unitPath=${unitOf(side)}`,
  }),
  'GET /cycles/{cycleId}/shops-waited-for': ({ cycleId }, side) => ({
    path: `/cycles/${cycleId}/shops-waited-for?unitPath=${unitOf(side)}`,
  }),
  'POST /cycles/{cycleId}/shops-waited-for/reminders': async (stage, side) => ({
    path: `/cycles/${stage.cycleId}/shops-waited-for/reminders?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: { customerIds: [await aShopWaitedFor(stage, side)] },
  }),
  'POST /cycles/{cycleId}/shops-waited-for/reminder-runs': ({ cycleId }, side) => ({
    path: `/cycles/${cycleId}/shops-waited-for/reminder-runs?unitPath=${unitOf(side)}`,
    method: 'POST',
    body: {},
  }),
  'GET /cycles/{cycleId}/shops-waited-for/reminder-runs/{jobId}': async (stage, _, actor) => {
    const { world, cycleId } = stage
    const begunBy = { kind: 'client', clientId: await idOfActor(stage, actor), scopes: [] } as const
    const asked = { cycleId, filter: {}, subtrees: [OWN_UNIT] }
    const { jobId } = await startReminders(world, begunBy, asked, { key: 'sample', fingerprint: 'sample' })
    return { path: `/cycles/${cycleId}/shops-waited-for/reminder-runs/${jobId}` }
  },
  'GET /order-progress': (_, side) => ({ path: `/order-progress?unitPath=${unitOf(side)}` }),
  'PUT /cycles/{cycleId}': async (stage) => {
    const { cycleId, opensAt, closesAt } = await aComingCycle(stage)
    return {
      path: `/cycles/${cycleId}`,
      method: 'PUT',
      headers: { 'if-match': '"1"' },
      body: { opensAt, closesAt: addSeconds(closesAt, 3600), reason: '路面结冰' },
    }
  },
  'GET /customers/{customerId}/cycles': (stage, side) => ({
    path: `/customers/${stage.customers[side]}/cycles`,
  }),
  'GET /order-minimum': () => ({ path: '/order-minimum' }),
  'PUT /order-minimum': async ({ world }) => {
    const { version } = await getOrderMinimum(world)
    // The stage sells supplied goods, which have no minimum; which classes have none still changes.
    const body = { amount: 0, classes: [{ customerClass: `class-${version}`, amount: 0 }] }
    return { path: '/order-minimum', method: 'PUT', headers: { 'if-match': `"${version}"` }, body }
  },
  'GET /order-plan': () => ({ path: '/order-plan' }),
  'POST /order-plan/preview': async ({ world }) => ({
    path: '/order-plan/preview',
    method: 'POST',
    body: { plan: (await getOrderPlan(world)).plan },
  }),
  'PUT /order-plan': async ({ world }) => {
    const { plan, version } = await getOrderPlan(world)
    // The shops of the stage order with the daily batch.
    const others = plan.batches.filter(({ batch }) => batch !== 'daily')
    const batches = [...others, ...tradedPlan.batches]
    const changed = { ...plan, batches, graceSeconds: 60 + (version % 60) }
    return {
      path: '/order-plan',
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { plan: changed, reason: '调整' },
    }
  },
}
