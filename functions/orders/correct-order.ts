import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { fingerprint } from '#platform/new-id'
import { tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type OrderId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { minimumRefusals, type Refusal } from '#shared/order-rules'
import type { CorrectOrder, Order } from '#shared/orders'
import { Problem } from '#shared/problems'
import { lookAtShards, takeSupply } from '#supply'
import { type FoundOrder, findOrder } from './find-order.ts'
import { headKey } from './head-store.ts'
import { entryOf, judgedLines } from './judge-lines.ts'
import { chargesOn } from './judge-spending.ts'
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
import type { StoredLine, Version } from './version-store.ts'
import { ownNumberOn, writtenOn } from './written-rules.ts'

/** What a correction is for: the window is over, its prices are those of then, and it may leave nothing. */
const notAsked = [
  'orders.after_cut_off',
  'orders.not_open_yet',
  'orders.wrong_batch',
  'orders.over_available',
  'orders.price_changed',
  'orders.nothing_ordered',
  'orders.below_minimum',
] as const

type Asked = { orderId: OrderId; baseVersion: number; body: CorrectOrder }

/** Puts an order right after its window, with the reason on its record; supply and money follow in the same transaction.
 * Lines that stood keep their price. Limits and multiples give way when they are named, and that is marked; money,
 * a hold and supply never do. Throws `orders.lines_refused`, `orders.not_changeable`, `request.changed_meanwhile`. */
export function correctOrder(world: World, actor: Actor, asked: Asked): Promise<Order> {
  const { orderId, baseVersion, body } = asked
  const print = fingerprint({ base: baseVersion, correction: body })
  return tryAgain(async () => {
    const found = await findOrder(world, orderId)
    const { customerId, head, version: before } = found
    if (head.v === baseVersion + 1 && before.fp === print) return orderView(customerId, before)
    refuseUnfit(found, baseVersion)
    const { context } = await readOrderContext(world, customerId, head.cy, [], { isStrong: true })
    const lines = linesAsAgreed(context, before, body)
    const changes = supplyChanges(before.l, lines)
    const seen = await lookAtShards(world, head.cy, context.supply, changes)
    const total = totalOf({ l: lines, ...taxingOf(context) })
    const refusals = [
      ...judgedLines(context, { ...body, standing: before, seen, waived: new Set(notAsked) }),
      ...belowMinimum(context, before, lines, total),
    ]
    const over = setAside(refusals, before, { body, money: moneyRefusals(context, before, { total, body }) })
    const version = corrected(actor, context, before, { body, lines, total, print, over })
    const taking = takeSupply(head.cy, context.supply, changes, customerId, seen)
    const event = correctionEvent(world, actor, found, version, { orderId })
    await world.table.commit([...orderWrites(context, version, before), ...taking, event], event)
    return orderView(customerId, version)
  }, orderRaces)
}

function refuseUnfit({ head, version }: FoundOrder, baseVersion: number): void {
  if (head.v !== baseVersion) throw new Problem('request.changed_meanwhile', { current: head.v })
  // An order of an earlier time came by file; what it says is another system's.
  const isOurs = version.rv[0] > 0
  if (!isOurs || !mayFollow(head.st, head.st)) throw new Problem('orders.not_changeable', { state: head.st })
}

/** The lines at the prices they were ordered at; a product that is new in the order costs what it costs today. */
function linesAsAgreed(context: OrderContext, before: Version, { lines }: CorrectOrder): StoredLine[] {
  const standing = new Map(before.l.map((line) => [line[0], line]))
  return storedLines(context, lines).map((line): StoredLine => {
    const [bare, quantity, wanted, , , ...limit] = line
    const stood = standing.get(bare)
    return stood ? [bare, quantity, wanted, stood[3], stood[4], ...limit] : line
  })
}

/** Judged by the prices that were agreed. An order that comes to as much as before, or to nothing, may stand. */
function belowMinimum(
  { leastTotal, company: { currency } }: OrderContext,
  before: Version,
  lines: readonly StoredLine[],
  total: MinorUnits,
): Refusal[] {
  if (total >= before.h.t || lineCountOf(lines) === 0) return []
  return minimumRefusals({ leastTotal, currency }, total)
}

function moneyRefusals(
  { available, company: { currency } }: OrderContext,
  before: Version,
  { total, body: { seenTotal } }: { total: MinorUnits; body: CorrectOrder },
): Refusal[] {
  const free = available === undefined ? undefined : available + before.h.t
  const refusals: Refusal[] = []
  if (free !== undefined && total > free && total > before.h.t) {
    const facts = { total, available: free, over: total - free, currency }
    refusals.push({ code: 'orders.over_available', facts })
  }
  if (seenTotal !== undefined && seenTotal !== total)
    refusals.push({ code: 'orders.price_changed', facts: { seen: seenTotal, total, currency } })
  return refusals
}

/** The rules that give way; throws when any other one is broken. What stood already may stay. */
function setAside(
  refusals: readonly Refusal[],
  before: Version,
  { body, money }: { body: CorrectOrder; money: readonly Refusal[] },
): Refusal[] {
  const stood = new Map(before.l.map(([bare, quantity]) => [bare, quantity]))
  const waived = new Set<string>(body.overriding)
  const broken = refusals.filter(({ code, line = -1, productId }) => {
    const isLess = (body.lines[line]?.quantity ?? 0) <= (stood.get(bareId(productId ?? '')) ?? -1)
    return !(code === 'orders.product_unavailable' && isLess)
  })
  const standing = [...broken.filter(({ code }) => !waived.has(code)), ...money]
  if (standing.length > 0)
    throw new Problem('orders.lines_refused', { count: standing.length }, standing.map(entryOf))
  return broken
}

type Correction = {
  body: CorrectOrder
  lines: StoredLine[]
  total: MinorUnits
  print: string
  over: readonly Refusal[]
}

function corrected(
  actor: Actor,
  context: OrderContext,
  before: Version,
  { body, lines, total, print, over }: Correction,
): Version {
  const { own: _, sp: __, ...head } = before.h
  const amounts = { t: total, n: lineCountOf(lines), ch: context.now, v: head.v + 1, ob: true, co: true }
  const h = { ...head, ...amounts, ...ownNumberOn(body), ...chargesOn(actor, before.h, { total }) }
  const rules = over.map(({ code, productId }): [string, string] => [
    code,
    productId ? bareId(productId) : '',
  ])
  const written = writtenOn(body, context.addresses, before)
  const { pb } = before
  const cr = { why: body.reason, over: rules }
  return { h, l: lines, ...written, ...taxingOf(context), fp: print, ...context.judgedBy, pb, cr }
}

function correctionEvent(
  world: World,
  actor: Actor,
  { customerId, version: before }: FoundOrder,
  { h, cr }: Version,
  { orderId }: { orderId: OrderId },
): Write {
  return recordChange(world, actor, {
    type: 'order.corrected',
    subject: headKey(customerId, h.r),
    about: { customerId, orderId, cycleId: h.cy },
    change: {
      version: { from: before.h.v, to: h.v },
      total: { from: before.h.t, to: h.t },
      reason: cr?.why,
      overridden: cr?.over.map(([code]) => code),
      isOnBehalf: true,
    },
  })
}
