// Fills a market with orders of the past, as placing them would have left them, without placing each.

import { recordChange } from '#platform/audit/record-change'
import { orderNumberOf } from '#shared/check-character'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import { businessDateOf } from '#shared/time'
import { accountPut, storedAccount } from '../../functions/accounts/account-store.ts'
import { headKey, headWrite } from '../../functions/orders/head-store.ts'
import { weekOf } from '../../functions/orders/order-plan.ts'
import { oncePart, versionWrite } from '../../functions/orders/version-store.ts'
import { type Market, twentyLines } from './bench-database.ts'

const ORDERS_A_COMMIT = 30
const actor = { kind: 'system', name: 'bench' } as const

/** Stores `count` orders of twenty lines, shared out among the shops of the market. */
export async function storeOrders(market: Market, count: number): Promise<void> {
  const { world, shops } = market
  const each = Math.ceil(count / shops.length)
  for (const { customerId } of shops) {
    const account = await storedAccount(world.table, customerId)
    if (!account) throw new Error('A shop of the bench has no account')
    const first = account.running + 1
    for (let from = first; from < first + each; from += ORDERS_A_COMMIT) {
      const until = Math.min(from + ORDERS_A_COMMIT, first + each)
      const running = Array.from({ length: until - from }, (_, at) => from + at)
      await world.table.commit(running.flatMap((each) => anOrder(market, customerId, each)))
    }
    const after = { ...account, running: account.running + each, version: account.version + 1 }
    await world.table.commit([accountPut(after, account)])
  }
}

function anOrder(market: Market, customerId: CustomerId, running: number) {
  const { world, cycleId } = market
  const now = world.clock.now()
  const lines = twentyLines(market).map(
    ({ productId, quantity }): [string, number, number, number, number] => [
      bareId(productId),
      quantity,
      quantity,
      1000,
      1300,
    ],
  )
  const total = lines.reduce((sum, [, quantity, , price]) => sum + quantity * price, 0)
  const head = {
    r: running,
    st: 'confirmed' as const,
    v: 1,
    t: total,
    n: lines.length,
    cy: cycleId,
    at: now,
    ch: now,
    num: orderNumberOf(1, running),
    cur: 'CNY' as const,
    f: oncePart(`${customerId} ${running}`),
  }
  const event = recordChange(world, actor, {
    type: 'order.placed',
    subject: headKey(customerId, running),
    about: { customerId, orderId: orderIdOf(customerId, running), cycleId },
    change: { version: 1, total },
  })
  return [
    versionWrite(customerId, { h: head, l: lines, fp: 'bench', rv: [1, 1] }),
    headWrite(customerId, head, {
      week: weekOf(businessDateOf(now, world.config.timeZone)),
      unitPath: 'hq/53/5301',
    }),
    event,
  ]
}
