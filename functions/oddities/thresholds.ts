import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { OddityThresholds, StoredThresholds } from '#shared/oddities'
import { storedThresholds, thresholdsKey, thresholdsWrite } from './threshold-store.ts'

/** What a company begins with. */
const unset: StoredThresholds = {
  identicalLines: 5,
  deviceShops: 2,
  lateMinutes: 10,
  latePercent: 30,
  swingPercent: 200,
  swingQuantity: 20,
  version: 0,
}

/** From when on an order is worth a look; version 0 while nobody has changed that. */
export async function getThresholds(world: World): Promise<StoredThresholds> {
  return (await storedThresholds(world.table)) ?? unset
}

/** Keeps thresholds in place of version `baseVersion`; they hold for the cycles that close from now on. Throws
 * `request.changed_meanwhile`. */
export async function saveThresholds(
  world: World,
  actor: Actor,
  { baseVersion, ...after }: OddityThresholds & { baseVersion: number },
): Promise<StoredThresholds> {
  const { version, ...before } = await getThresholds(world)
  refuseOtherVersion(version, baseVersion)
  const planned = planChange(world, {
    type: 'oddity_thresholds.saved',
    subject: thresholdsKey,
    about: {},
    before,
    after,
    version,
    writes: (next) => [thresholdsWrite({ ...after, version: next })],
  })
  await planned.commit(actor)
  return { ...after, version: planned.version }
}
