import { type Account, accountKey, accountWrite, readAccount } from '#accounts'
import { partsOfCycleId } from '#calendar'
import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { type CustomerId, type OrderId, orderIdOf } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { firstComeOf, readRelease, releaseKey, takeSupply } from '#supply'
import { cycleUseKey, cycleUseWrite, readCycleUse } from './cycle-use-store.ts'
import { type FoundOrder, findOrder } from './find-order.ts'
import { type Head, headKey, headWrite, ordersHoldingMoney } from './head-store.ts'
import { orderRaces, supplyChanges, weekOf } from './order-plan.ts'
import type { OrderState } from './order-states.ts'
import { settledState } from './settle-rules.ts'
import { type Version, versionWrite } from './version-store.ts'

/** What an order became, as the report of its cycle tells it. */
export type SettledOrder = {
  customerId: CustomerId
  head: Head
  outcome: ReturnType<typeof settledState>
}
type Settled = SettledOrder['outcome']
/** Until when an order may wait for money, and what is to be written along with what became of it. */
export type Settling = { until: Instant; along: (settled: SettledOrder) => Write[] }

/** Settles an order of a closed cycle: debits it when the money is there, else lets it wait until `until` (its own when it
 * waits already), else lapse, and then gives back what it held. Answers the state it is in now; doing it again changes
 * nothing. */
export function settleOrder(
  world: World,
  actor: Actor,
  orderId: OrderId,
  { until, along }: Settling,
): Promise<OrderState> {
  return tryAgain(async () => {
    const found = await findOrder(world, orderId)
    const isUnsettled = found.head.st === 'placed' || found.head.st === 'awaiting-funds'
    if (!isUnsettled) return found.head.st
    const account = readAccount(await world.table.get(accountKey(found.customerId), { isStrong: true }))
    if (!account) throw new Problem('accounts.customer_not_found')
    const lastMoment = found.head.fu ?? until
    const claimed = await claimedUpTo(world, account, found.head)
    const to = settledState({ ...account, claimed }, found.head.t, world.clock.now(), lastMoment)
    if (to === found.head.st) return to
    const after = settledVersion(world, found.version, to, lastMoment)
    const event = settledEvent(world, actor, found, { to, after })
    const writes = await settlementWrites(world, account, found, { to, after })
    const told = along({ customerId: found.customerId, head: found.head, outcome: to })
    await world.table.commit([...writes, ...told, event], event)
    return to
  }, orderRaces)
}

/** What an order and the older ones hold of the money of an account. */
async function claimedUpTo({ table }: World, account: Account, { r, t }: Head): Promise<MinorUnits> {
  const isAlone = account.reserved === t
  if (isAlone || account.creditLimit === undefined) return account.reserved
  const newer = (await ordersHoldingMoney(table, account)).filter((head) => head.r > r)
  return newer.reduce((left, head) => left - head.t, account.reserved)
}

function settledVersion(world: World, before: Version, to: Settled, until: Instant): Version {
  const fu = to === 'awaiting-funds' ? until : undefined
  const head = { ...before.h, st: to, v: before.h.v + 1, ch: world.clock.now(), fu }
  return { ...before, h: head, fp: `settled ${to}` }
}

async function settlementWrites(
  world: World,
  account: Account,
  { customerId, head, version }: FoundOrder,
  { to, after }: { to: Settled; after: Version },
): Promise<Write[]> {
  const cycle = partsOfCycleId(head.cy)
  if (!cycle) throw new Problem('calendar.cycle_not_found')
  const place = { week: weekOf(cycle.date), unitPath: account.unitPath }
  const money = to === 'awaiting-funds' ? { reserve: 0 } : { reserve: -head.t }
  return [
    versionWrite(customerId, after),
    headWrite(customerId, after.h, place),
    accountWrite(account, to === 'confirmed' ? { ...money, debit: head.t } : money),
    ...(to === 'lapsed' ? await returningWrites(world, { customerId, head, version }) : []),
  ]
}

/** Gives back what a lapsed order held of limits and of first-come goods. */
async function returningWrites(world: World, { customerId, head, version }: FoundOrder): Promise<Write[]> {
  const keys = [releaseKey(head.cy), cycleUseKey(customerId, head.cy)]
  const [releaseItem, useItem] = await world.table.getMany(keys, { isStrong: true })
  const use = readCycleUse(useItem)
  const supply = firstComeOf(readRelease(releaseItem))
  const returned = takeSupply(head.cy, supply, supplyChanges(version.l, []), customerId)
  if (!use) return returned
  const held = new Map(version.l.map(([bare, quantity]) => [bare, quantity]))
  const left = Object.entries(use.u).map(([bare, used]) => [bare, used - (held.get(bare) ?? 0)] as const)
  const { cl, d } = use
  const u = Object.fromEntries(left.filter(([, used]) => used > 0))
  return [...returned, cycleUseWrite(customerId, head.cy, { u, cl, ...(d && { d }) }, use)]
}

const eventTypes = {
  confirmed: 'order.confirmed',
  'awaiting-funds': 'order.awaiting_funds',
  lapsed: 'order.lapsed',
} as const

function settledEvent(
  world: World,
  actor: Actor,
  { customerId, head }: FoundOrder,
  { to, after }: { to: Settled; after: Version },
): Write {
  const { v, fu, t } = after.h
  return recordChange(world, actor, {
    type: eventTypes[to],
    subject: headKey(customerId, head.r),
    about: { customerId, orderId: orderIdOf(customerId, head.r), cycleId: head.cy },
    change: {
      version: { from: head.v, to: v },
      state: { from: head.st, to },
      total: t,
      number: head.num,
      ...(fu && { fundsUntil: fu }),
    },
  })
}
