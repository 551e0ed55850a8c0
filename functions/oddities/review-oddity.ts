import type { Actor } from '#platform/actor'
import { markOf } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import type { Oddity, ReviewOddity } from '#shared/oddities'
import { Problem } from '#shared/problems'
import { viewsOf } from './list-oddities.ts'
import { lookedAtWrite } from './look-store.ts'
import { oddityKey, reviewWrite, storedOddity } from './oddity-store.ts'

type Asked = ReviewOddity & { customerId: CustomerId; cycleId: CycleId; baseVersion: number }

/** Notes what someone found who looked: fine, or to be followed. Nothing else follows from it. Throws
 * `oddities.oddity_not_found`, `request.changed_meanwhile`. */
export async function reviewOddity(world: World, actor: Actor, asked: Asked): Promise<Oddity> {
  const { customerId, cycleId, state, note, baseVersion } = asked
  const oddity = await storedOddity(world.table, asked)
  refuseOtherVersion(oddity.version, baseVersion)
  const { review } = oddity
  const looked = { state, note, by: markOf(actor).id, at: world.clock.now() }
  const planned = planChange(world, {
    type: 'oddity.reviewed',
    subject: oddityKey(customerId, cycleId),
    about: { customerId, cycleId },
    before: { state: review?.state ?? 'open', note: review?.note ?? '' },
    after: { state, note },
    version: oddity.version,
    writes: (version) => [
      reviewWrite({ ...oddity, review: looked, version }),
      ...(review ? [] : [lookedAtWrite(cycleId, oddity.unitPath)]),
    ],
  })
  await planned.commit(actor)
  const [view] = await viewsOf(world, actor, [await storedOddity(world.table, asked)])
  if (!view) throw new Problem('oddities.oddity_not_found')
  return view
}

/** What history shows of an oddity: what came of looks at it. */
export async function toldOfOddity(
  world: World,
  named: { customerId: CustomerId; cycleId: CycleId },
): Promise<{ state: string; note: string; version: number }> {
  const { review, version } = await storedOddity(world.table, named)
  return { state: review?.state ?? 'open', note: review?.note ?? '', version }
}
