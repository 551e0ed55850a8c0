import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'
import type { KeptDraft } from './basket-store.ts'
import { spendingKeys, spendingRefusals } from './judge-spending.ts'
import { readOrderContext } from './order-context.ts'
import { storedLines, taxingOf, totalOf } from './order-plan.ts'

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
