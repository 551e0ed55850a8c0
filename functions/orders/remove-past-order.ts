import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import { orderIdOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import { headKey, headRemoval, readHead } from './head-store.ts'
import { readSource, sourceKey } from './source-store.ts'
import { firstVersionKey, oncePart } from './version-store.ts'

/** True while the order of a source is there as it was recorded. */
export async function isPastOrderAsLeft(world: World, source: string): Promise<boolean> {
  return (await foundOrder(world, source))?.head?.v === 1
}

/** Takes an order of an earlier time out again; its number is not given twice, and its history stays. Removing what
 * is not there changes nothing; throws `orders.not_changeable` when the order went on since. */
export async function removePastOrder(world: World, actor: Actor, source: string): Promise<void> {
  const found = await foundOrder(world, source)
  if (!found) return
  const { customerId, running } = found.recorded
  if (found.head?.v !== 1) throw new Problem('orders.not_changeable', { state: found.head?.st ?? '' })
  await commitChange(
    world,
    actor,
    {
      type: 'order.removed',
      subject: headKey(customerId, running),
      about: { customerId, orderId: orderIdOf(customerId, running) },
      change: { source: { from: source, to: null } },
    },
    [
      headRemoval(customerId, running),
      { delete: firstVersionKey(customerId, oncePart(source)) },
      { delete: sourceKey(source) },
    ],
  )
}

async function foundOrder(world: World, source: string) {
  const recorded = readSource(await world.table.get(sourceKey(source), { isStrong: true }))
  if (!recorded) return undefined
  const key = headKey(recorded.customerId, recorded.running)
  return { recorded, head: readHead(await world.table.get(key, { isStrong: true })) }
}
