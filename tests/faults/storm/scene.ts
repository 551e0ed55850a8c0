// The shops of a storm, and the market they meet in.
import { saveOrderPlan } from '#calendar'
import type { World } from '#platform/world'
import { suppliedPlan } from '#shared/calendar-presets'
import { saveBasket } from '../../../functions/drafts/save-basket.ts'
import { saveStandingDraft } from '../../../functions/drafts/save-standing-draft.ts'
import { inParallel } from '../../../infra/local/seed/in-parallel.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  someProducts,
} from '../../support/builders.ts'
import { type Market, type Part, parts, plentyOf, type Shop } from './plays.ts'

const tester = { kind: 'system', name: 'storm' } as const

export type Cast = Readonly<Record<`${Part}s`, number>>
export type SceneSettings = { cast: Cast; units: number; shards?: number }

/** Sets up company, market and shops. */
export async function setTheScene(truth: World, { cast, units, shards }: SceneSettings) {
  await aCompany(truth)
  const cycleId = await aCycle(truth)
  const [scarce, ...plenty] = await someProducts(truth, [
    { code: 'SCARCE' },
    ...Array.from({ length: 5 }, (_, at) => ({ code: `PLENTY-${at}` })),
  ])
  if (!scarce) throw new Error('No product')
  await aRelease(truth, cycleId, { firstCome: [{ productId: scarce, quantity: units }], shards })
  const market: Market = { cycleId, scarce, plenty }
  const names = parts.flatMap((part) => Array.from({ length: cast[`${part}s`] }, (_, at) => ({ part, at })))
  const shops: Shop[] = []
  await inParallel([...names.entries()], async ([index, { part, at }]) => {
    const customerId = await aCustomer(truth, `${part}-${at}`, { number: index + 1 })
    const cookie = await aSession(truth, await aMember(truth, customerId), customerId)
    shops.push({ customerId, part, cookie })
    if (part !== 'planner' && part !== 'changer') return
    await saveBasket(truth, tester, { customerId, baseVersion: 0, lines: plentyOf(market) })
    await saveStandingDraft(truth, tester, { customerId, isOn: true, leavesOut: false, baseVersion: 0 })
  })
  // The cycles of the storm are its own: once there is a plan, shops come into the batches of the plan alone.
  const plan = { ...suppliedPlan, graceSeconds: 0 }
  await saveOrderPlan(truth, tester, { plan, reason: 'storm', baseVersion: 0 })
  return { market, shops: shops.sort((one, other) => (one.customerId < other.customerId ? -1 : 1)) }
}
