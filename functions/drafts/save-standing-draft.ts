import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { SaveStandingDraft, StandingDraft } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import { readStandingDraft, standingDraftKey, standingDraftWrite } from './standing-draft-store.ts'

/** What a customer chose about its draft at the cut-off; off at version 0 when it never did. */
export async function getStandingDraft(world: World, customerId: CustomerId): Promise<StandingDraft> {
  return readStandingDraft(
    customerId,
    await world.table.get(standingDraftKey(customerId), { isStrong: true }),
  )
}

type Chosen = SaveStandingDraft & { customerId: CustomerId }

/** Keeps the choice about the draft at the cut-off; throws `request.changed_meanwhile`. */
export async function saveStandingDraft(
  world: World,
  actor: Actor,
  { baseVersion, ...chosen }: Chosen & { baseVersion: number },
): Promise<StandingDraft> {
  await (await planStandingDraft(world, chosen, baseVersion)).commit(actor)
  return getStandingDraft(world, chosen.customerId)
}

async function planStandingDraft(
  world: World,
  { customerId, ...chosen }: Chosen,
  baseVersion: number,
): Promise<PlannedChange> {
  const before = await getStandingDraft(world, customerId)
  refuseOtherVersion(before.version, baseVersion)
  const changedAt = world.clock.now()
  return planChange(world, {
    type: 'standing_draft.saved',
    subject: standingDraftKey(customerId),
    about: { customerId },
    before: before.version > 0 ? { isOn: before.isOn, leavesOut: before.leavesOut } : undefined,
    after: { isOn: chosen.isOn, leavesOut: chosen.leavesOut },
    version: before.version,
    writes: (version) => [standingDraftWrite({ customerId, ...chosen, version, changedAt })],
  })
}
