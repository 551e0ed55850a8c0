import type { Actor } from '#platform/actor'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { givenOut, totalWrites } from './count-first-come.ts'
import { untouchedShardRemoval } from './first-come-store.ts'
import { type Release, releaseBefore, storedRelease } from './release-store.ts'
import { FIRST_COME_SHARDS, putInForce } from './release-supply.ts'

/** Since when the release of a job is in force; throws `supply.released_again` when another one came after it. */
export async function releasedAt(world: World, cycleId: CycleId, source: string): Promise<string> {
  const { publishedAt } = await releaseOf(world, cycleId, source)
  return publishedAt
}

/** Puts in force again what stood before the release of a job; doing it twice changes nothing. What was opened for
 * whoever comes first is taken away while nobody has come. Throws `supply.released_again`. */
export async function takeReleaseBack(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  source: string,
): Promise<void> {
  const current = await storedRelease(world.table, cycleId)
  if (current?.undid === source) return
  const taken = await releaseOf(world, cycleId, source)
  const before = await releaseBefore(world.table, cycleId, taken.repeats ?? taken.version)
  const release: Release = {
    ...(before ?? { snapshot: bareId(world.newId.event()), limited: 0, listed: [], firstCome: {} }),
    version: taken.version + 1,
    publishedAt: world.clock.now(),
    undid: source,
    repeats: before && (before.repeats ?? before.version),
  }
  await putInForce(world, actor, cycleId, { type: 'supply.taken-back', release, before: taken })
}

/** Takes the counter of a product away that the release in force does not know, while nothing was taken from it. */
export async function closeUnusedCounter(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
): Promise<void> {
  const release = await storedRelease(world.table, cycleId)
  if (release?.firstCome[bareId(productId)] !== undefined) return
  for (let shard = 0; shard < FIRST_COME_SHARDS; shard++) {
    const removal = await untouchedShardRemoval(world.table, cycleId, productId, shard)
    if (!removal) continue
    try {
      await world.table.commit([removal])
    } catch (error) {
      // An order came just now: what is left goes on with the next release.
      if (!(error instanceof Refused)) throw error
    }
  }
}

/** Gives a first-come product the total `to` again that it had before the release of a job made it `from`; false when it is
 * neither any more, or more was taken. */
export async function returnTotal(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const shards = (await storedRelease(world.table, cycleId))?.firstCome[bareId(productId)]
  const given = shards && (await givenOut(world, cycleId, productId, shards))
  if (!given) return false
  if (given.total === to) return true
  if (given.total !== from || given.taken > to) return false
  try {
    await world.table.commit(await totalWrites(world, cycleId, { productId, total: to, shards }))
    return true
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return false
  }
}

async function releaseOf(world: World, cycleId: CycleId, source: string): Promise<Release> {
  const release = await storedRelease(world.table, cycleId)
  if (release?.source !== source) throw new Problem('supply.released_again', { cycle: cycleId })
  return release
}
