import { type Account, accountKey, accountWrite, readAccount, storedAccount } from '#accounts'
import { cycleIdOf, partsOfCycleId } from '#calendar'
import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import { fingerprint } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { orderNumberOf } from '#shared/check-character'
import { bareId, type CustomerId, type CycleId, orderIdOf, type ProductId } from '#shared/ids'
import type { Currency, MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import { businessDateOf, type Instant } from '#shared/time'
import { type Head, headKey, headWrite } from './head-store.ts'
import { lineCountOf, totalOf, weekOf } from './order-plan.ts'
import { readSource, type Source, sourceKey, sourceWrite } from './source-store.ts'
import { oncePart, type StoredLine, versionWrite } from './version-store.ts'

/** An order of an earlier time. Prices may hold a part of a minor unit; quantities of cancellations are negative, and
 * a product may stand in several lines. */
export type PastOrder = {
  customerId: CustomerId
  placedAt: Instant
  currency: Currency
  /** Names the order where it comes from: the same source is the same order. */
  source: string
  state?: 'confirmed' | 'cancellation' | 'correction'
  lines: ReadonlyArray<{
    productId: ProductId
    quantity: number
    wanted: number
    price: MinorUnits
    taxRate: number
  }>
}

/** What recording would do; an order is recorded by itself, in no other room's transaction. */
export type PlannedOrder = Omit<PlannedChange, 'writes'>

type Placed = PastOrder & { cycleId: CycleId; runningNumber: number }

/** Puts an order of an earlier time in as history: without window, limits or money. The numbers of such orders are
 * the caller's, who lets the customer's own go on behind them. */
export async function recordPastOrder(world: World, actor: Actor, past: Placed): Promise<void> {
  const account = await storedAccount(world.table, past.customerId)
  if (!account) throw new Problem('accounts.customer_not_found')
  await commitPastOrder(world, actor, past, account, [])
}

/** What recording orders of an earlier time would do, each for itself. It takes the customer's next number, and its source
 * is recorded once; `accounts.customer_not_found`, and `orders.document_differs` when the source said something else. */
export async function planPastOrders(
  world: World,
  pasts: readonly PastOrder[],
): Promise<Array<PlannedOrder | Problem>> {
  const keys = pasts.flatMap(({ customerId, source }) => [accountKey(customerId), sourceKey(source)])
  const items = await world.table.getMany(keys, { isStrong: true })
  return pasts.map((past, at) => {
    const account = readAccount(items[2 * at])
    if (!account) return new Problem('accounts.customer_not_found')
    return planPastOrder(world, past, account, readSource(items[2 * at + 1]))
  })
}

function planPastOrder(
  world: World,
  past: PastOrder,
  account: Account,
  recorded: Source | undefined,
): PlannedOrder | Problem {
  const { customerId, source } = past
  const content = contentOf(past)
  if (recorded && recorded.content !== content) return new Problem('orders.document_differs', { key: source })
  if (recorded) return { verdict: 'unchanged', change: {}, version: 1, commit: async () => undefined }
  const runningNumber = account.running + 1
  const placed = { ...past, cycleId: cycleOf(world, account, past.placedAt), runningNumber }
  return {
    verdict: 'new',
    change: {},
    version: 1,
    commit: (actor) =>
      commitPastOrder(world, actor, placed, account, [
        accountWrite(account, { reserve: 0, running: runningNumber }),
        sourceWrite(source, { customerId, running: runningNumber, content }),
      ]),
  }
}

// Tax rates come from the catalogue, which may change: they are not what the document says.
function contentOf({ customerId, placedAt, currency, state, lines }: PastOrder): string {
  const said = lines.map(({ productId, quantity, price }) => [productId, quantity, price])
  return fingerprint({ customerId, placedAt, currency, state, said })
}

async function commitPastOrder(
  world: World,
  actor: Actor,
  past: Placed,
  account: Account,
  along: readonly Write[],
): Promise<void> {
  const { customerId, cycleId, runningNumber } = past
  const cycle = partsOfCycleId(cycleId)
  if (!cycle) throw new Problem('calendar.cycle_not_found')
  const lines = past.lines.map(({ productId, quantity, wanted, price, taxRate }): StoredLine => {
    return [bareId(productId), quantity, wanted, price, taxRate]
  })
  const head = headOf(past, account, lines)
  const about = { customerId, orderId: orderIdOf(customerId, runningNumber), cycleId }
  await commitChange(
    world,
    actor,
    {
      type: 'order.recorded',
      subject: headKey(customerId, runningNumber),
      about,
      change: { version: 1, total: head.t, number: head.num, source: past.source },
    },
    // What moves first says first that another was quicker.
    [
      ...along,
      versionWrite(customerId, { h: head, l: lines, fp: fingerprint(past.source), rv: [0, 0] }),
      headWrite(customerId, head, { week: weekOf(cycle.date), unitPath: account.unitPath }),
    ],
  )
}

function headOf(past: Placed, account: Account, lines: StoredLine[]): Head {
  return {
    r: past.runningNumber,
    st: past.state ?? 'confirmed',
    v: 1,
    t: totalOf({ l: lines }),
    n: past.state ? lines.length : lineCountOf(lines),
    cy: past.cycleId,
    at: past.placedAt,
    ch: past.placedAt,
    num: orderNumberOf(account.number, past.runningNumber),
    cur: past.currency,
    f: oncePart(past.source),
    ...(past.state && { src: past.source }),
  }
}

/** The day's cycle of the customer's batch, whether one was planned then or not. */
function cycleOf(world: World, { batch }: Account, placedAt: Instant): CycleId {
  const date = businessDateOf(placedAt, world.config.timeZone)
  const own = cycleIdOf({ batch, date })
  return partsOfCycleId(own) ? own : cycleIdOf({ batch: 'daily', date })
}
