import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import type { Once } from '#platform/once'
import { again, tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { orderNumberOf } from '#shared/check-character'
import { type ApprovalId, type OrderId, orderIdOf, type PersonId, type ProductId } from '#shared/ids'
import type { Refusal } from '#shared/order-rules'
import type { Order, PlaceOrder } from '#shared/orders'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { lookAtShards, type ShardsSeen, takeSupply } from '#supply'
import { deviceTag } from './device-tag.ts'
import { headKey } from './head-store.ts'
import { judgeLines } from './judge-lines.ts'
import { type Answerable, chargesOn, spendingKeys, spendingRefusals } from './judge-spending.ts'
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
import { orderView } from './order-view.ts'
import { firstVersionKey, oncePart, readVersion, type Version } from './version-store.ts'
import { ownNumberOn, writtenOn } from './written-rules.ts'

/** A draft placed at the cut-off: as of which moment, what of it was left out, the buyer who answers for it, and the
 * account's version up to which nothing else spent the draft. */
export type Standing = {
  keptBy?: PersonId
  asOf: Instant
  accountVersion: number
  leftOut: ReadonlyArray<{ productId: ProductId; code: string }>
}
export type Placed = { order: Order; isReplay: boolean }

/** An order that a buyer prepared and the owner approved: what becomes of the approval is committed with it. */
export type Prepared = { by: PersonId; approvalId: ApprovalId; along: (orderId: OrderId) => readonly Write[] }
type Placing = PlaceOrder & { standing?: Standing; prepared?: Prepared }

/** Places an order, once however often it is asked with the same key. Throws `orders.lines_refused` with every broken
 * rule, `orders.draft_spent` for an order that the submitter has not seen, `request.key_reused` for the same key with other
 * content, `request.busy` when others keep getting in between. */
export function placeOrder(world: World, actor: Actor, input: Placing, once: Once): Promise<Placed> {
  const part = oncePart(once.key)
  const answerable = answerableOf(actor, input)
  let seen: ShardsSeen | undefined
  return tryAgain(async (tries) => {
    const key = firstVersionKey(input.customerId, part)
    const isStrong = tries > 1 || input.standing !== undefined
    // The proof of once is looked for on the second look alone: the first commit is refused when it is there already.
    const also = [...spendingKeys(answerable, input.customerId), ...(isStrong ? [key] : [])]
    const { context, others } = await readOrderContext(world, input.customerId, input.cycleId, also, {
      isStrong,
      asOf: input.standing?.asOf,
    })
    const first = readVersion(isStrong ? others.at(-1) : undefined)
    if (first) return replay(input, first, once)
    if (input.standing && context.account.version !== input.standing.accountVersion)
      throw new Problem('accounts.changed_meanwhile')
    if (isOvertaken(input, context)) {
      if (!isStrong) return again
      throw new Problem('orders.draft_spent', { current: input.basketVersion ?? 0 })
    }
    const version = firstVersion(actor, context, input, once, part)
    const changes = supplyChanges([], version.l)
    if (isStrong) seen = await lookAtShards(world, input.cycleId, context.supply, changes)
    const spending = { settings: others[0], total: version.h.t }
    const further = await spendingRefusals(world, answerable, context, spending)
    const verdict = judged(context, input, further, seen)
    if (verdict && isStrong) throw verdict
    if (verdict) return again
    const taking = takeSupply(input.cycleId, context.supply, changes, input.customerId, seen)
    const writes = orderWrites(context, version, undefined, deviceTag(world, actor, input.cycleId))
    await commitOrder(world, actor, [...writes, ...taking], version, input)
    return { order: orderView(input.customerId, version), isReplay: false }
  }, racesOf(input))
}

/** Whoever places a standing draft judges an account that has changed anew. */
function racesOf({ standing }: Placing) {
  return standing ? { ...orderRaces, races: ['orders.supply_short'] as const } : orderRaces
}

/** An order or a change came in between that whoever submits has not seen. */
function isOvertaken({ draftsSpent }: PlaceOrder, { account }: OrderContext): boolean {
  return draftsSpent !== undefined && draftsSpent < (account.draftsSpent ?? 0)
}

function answerableOf(actor: Actor, { standing }: Placing): Answerable {
  return standing?.keptBy ? { kind: 'member', role: 'buyer', personId: standing.keptBy } : actor
}

function replay(input: PlaceOrder, first: Version, once: Once): Placed {
  if (first.fp !== once.fingerprint) throw new Problem('request.key_reused')
  return { order: orderView(input.customerId, first), isReplay: true }
}

function judged(
  context: OrderContext,
  asked: PlaceOrder,
  further: readonly Refusal[],
  seen?: ShardsSeen,
): Problem | undefined {
  const { lines, seenTotal, addressId } = asked
  try {
    judgeLines(context, { lines, seenTotal, addressId, further, seen })
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** What the event says of an order that someone else prepared. */
export function preparedOn(prepared: Prepared | undefined): Record<string, string> {
  return prepared ? { preparedBy: prepared.by, approvalId: prepared.approvalId } : {}
}

function firstVersion(
  actor: Actor,
  context: OrderContext,
  input: Placing,
  once: Once,
  part: string,
): Version {
  const { account, company, now } = context
  const lines = storedLines(context, input.lines)
  const taxing = taxingOf(context)
  const running = account.running + 1
  const total = totalOf({ l: lines, ...taxing })
  const head = {
    r: running,
    st: 'placed' as const,
    v: 1,
    t: total,
    n: lineCountOf(lines),
    cy: input.cycleId,
    at: now,
    ch: now,
    num: orderNumberOf(account.number, running),
    cur: company.currency,
    ...(actor.kind === 'staff' && { ob: true }),
    ...ownNumberOn(input),
    ...(input.standing && { sd: true }),
    ...chargesOn(answerableOf(actor, input), undefined, { total }),
    f: part,
  }
  const written = writtenOn(input, context.addresses)
  const judged = { fp: once.fingerprint, b: input.basketVersion, ...context.judgedBy }
  return { h: head, l: lines, ...written, ...taxing, ...judged, pb: input.prepared?.by }
}

async function commitOrder(
  world: World,
  actor: Actor,
  writes: ReturnType<typeof orderWrites>,
  version: Version,
  { customerId, cycleId, standing, prepared }: Placing,
): Promise<void> {
  const { r, t, num, ob } = version.h
  const event = recordChange(world, actor, {
    type: 'order.placed',
    subject: headKey(customerId, r),
    about: { customerId, orderId: orderIdOf(customerId, r), cycleId, ...preparedOn(prepared) },
    change: {
      version: 1,
      total: t,
      number: num,
      ...(ob && { isOnBehalf: true }),
      ...(standing && { isStanding: true, leftOut: standing.leftOut }),
    },
  })
  const along = prepared?.along(orderIdOf(customerId, r)) ?? []
  await world.table.commit([...writes, ...along, event], event)
}
