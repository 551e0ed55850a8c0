import type { Actor } from '#platform/actor'
import { fieldChanges } from '#platform/audit/plan-change'
import { recordChange } from '#platform/audit/record-change'
import { fingerprint } from '#platform/new-id'
import { again, tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { type CustomerId, type OrderId, orderIdOf } from '#shared/ids'
import type { Refusal } from '#shared/order-rules'
import type { ChangeOrder, Order } from '#shared/orders'
import { Problem } from '#shared/problems'
import { lookAtShards, type ShardsSeen, takeSupply } from '#supply'
import { deviceTag } from './device-tag.ts'
import { findOrder } from './find-order.ts'
import { headKey } from './head-store.ts'
import { judgeLines, judgeWindow } from './judge-lines.ts'
import { chargesOn, spendingKeys, spendingRefusals } from './judge-spending.ts'
import { type OrderContext, readOrderContext } from './order-context.ts'
import {
  lineCountOf,
  orderRaces,
  orderWrites,
  storedLines,
  supplyChanges,
  taxingOf,
  totalOf,
} from './order-plan.ts'
import { mayFollow } from './order-states.ts'
import { orderView } from './order-view.ts'
import { type Prepared, preparedOn } from './place-order.ts'
import type { Version } from './version-store.ts'
import { ownNumberOn, writtenOn } from './written-rules.ts'

/** What becomes of an order: other lines, or none of it any more. */
export type OrderChange = ({ to: 'placed' } & ChangeOrder) | { to: 'cancelled' }

/** Puts a new version of an order in while its window is open; `baseVersion` is the one the change was made from.
 * Throws `request.changed_meanwhile`, `orders.not_changeable`, `orders.lines_refused`. Sending it again is no second change. */
export function changeOrder(
  world: World,
  actor: Actor,
  input: { orderId: OrderId; baseVersion: number; change: OrderChange; prepared?: Prepared },
): Promise<Order> {
  const asked = fingerprint({ base: input.baseVersion, ...input.change })
  let seen: ShardsSeen | undefined
  return tryAgain(async (tries) => {
    const { customerId, head, version: before } = await findOrder(world, input.orderId)
    if (head.v === input.baseVersion + 1 && before.fp === asked) return orderView(customerId, before)
    if (head.v !== input.baseVersion) throw new Problem('request.changed_meanwhile', { current: head.v })
    if (!mayFollow(head.st, input.change.to)) throw new Problem('orders.not_changeable', { state: head.st })
    const keys = spendingKeys(actor, customerId)
    const { context, others } = await readOrderContext(world, customerId, head.cy, keys, { isStrong: true })
    const version = nextVersion(actor, context, before, input, asked)
    const changes = supplyChanges(before.l, version.l)
    if (tries > 1) seen = await lookAtShards(world, head.cy, context.supply, changes)
    const spending = { settings: others[0], before: head, total: version.h.t }
    const isTaken = input.change.to === 'placed'
    const further = isTaken ? await spendingRefusals(world, actor, context, spending) : []
    try {
      judgeChange(context, before, input.change, { further, seen })
    } catch (error) {
      // The second look sees scarce goods too, so that all that is wrong is named at once.
      if (tries > 1) throw error
      return again
    }
    const taking = takeSupply(head.cy, context.supply, changes, customerId, seen)
    const event = changeEvent(world, actor, before, version, { customerId, prepared: input.prepared })
    const along = input.prepared?.along(input.orderId) ?? []
    const writes = orderWrites(context, version, before, deviceTag(world, actor, head.cy))
    await world.table.commit([...writes, ...taking, ...along, event], event)
    return orderView(customerId, version)
  }, orderRaces)
}

function judgeChange(
  context: OrderContext,
  standing: Version,
  change: OrderChange,
  beside: { further: readonly Refusal[]; seen: ShardsSeen | undefined },
): void {
  if (change.to === 'placed') {
    judgeLines(context, { ...change, standing, ...beside })
  } else judgeWindow(context)
}

function nextVersion(
  actor: Actor,
  context: OrderContext,
  before: Version,
  { change, prepared }: { change: OrderChange; prepared?: Prepared },
  asked: string,
): Version {
  const isPlaced = change.to === 'placed'
  const lines = isPlaced ? storedLines(context, change.lines) : []
  const { own: _, sp: __, ...head } = before.h
  const own = isPlaced ? ownNumberOn(change) : { own: before.h.own }
  const written = isPlaced ? writtenOn(change, context.addresses, before) : { no: before.no, ad: before.ad }
  const taxing = taxingOf(context)
  const total = totalOf({ l: lines, ...taxing })
  const isOnBehalf = before.h.ob || actor.kind === 'staff'
  const next = {
    ...head,
    ...own,
    st: change.to,
    v: before.h.v + 1,
    t: total,
    n: lineCountOf(lines),
    ch: context.now,
    ...chargesOn(actor, before.h, { total }),
  }
  const h = { ...next, ...(isOnBehalf && { ob: true }) }
  const judged = isPlaced ? context.judgedBy : { rv: before.rv, g: before.g }
  return { h, l: lines, ...written, ...taxing, fp: asked, ...judged, pb: prepared?.by ?? before.pb }
}

/** What history shows of what was written: an event refers to notes of lines by the version that holds them. */
function writtenParts({ h, no, ad }: Version) {
  return { ownNumber: h.own, note: no, address: ad?.[1] }
}

function changeEvent(
  world: World,
  actor: Actor,
  before: Version,
  after: Version,
  { customerId, prepared }: { customerId: CustomerId; prepared: Prepared | undefined },
) {
  const change = {
    version: { from: before.h.v, to: after.h.v },
    total: { from: before.h.t, to: after.h.t },
    ...fieldChanges(writtenParts(before), writtenParts(after)),
    ...(actor.kind === 'staff' && { isOnBehalf: true }),
  }
  return recordChange(world, actor, {
    type: after.h.st === 'cancelled' ? 'order.cancelled' : 'order.changed',
    subject: headKey(customerId, after.h.r),
    about: {
      customerId,
      orderId: orderIdOf(customerId, after.h.r),
      cycleId: after.h.cy,
      ...preparedOn(prepared),
    },
    change,
  })
}
