import type { KeptDraft } from '#drafts'
import { readOrderContext, spendingKeys, spendingRefusals, storedLines, taxingOf, totalOf } from '#orders'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'

/** True when a draft is a buyer's who may not order it alone: at the cut-off it will be refused. */
export async function awaitsOwner(
  world: World,
  cycleId: CycleId,
  { customerId, keptBy, lines }: KeptDraft,
): Promise<boolean> {
  if (!keptBy) return false
  const buyer = { kind: 'member', role: 'buyer', personId: keptBy } as const
  const keys = spendingKeys(buyer, customerId)
  const { context, others } = await readOrderContext(world, customerId, cycleId, keys, { isStrong: true })
  const total = totalOf({ l: storedLines(context, lines), ...taxingOf(context) })
  const refusals = await spendingRefusals(world, buyer, context, { settings: others[0], total })
  return refusals.length > 0
}
