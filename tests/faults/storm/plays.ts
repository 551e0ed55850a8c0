// What each kind of shop does in a storm.
import { setTimeout as sleep } from 'node:timers/promises'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import type { Order } from '#shared/orders'
import type { Intention, Outcome, Submit } from './client.ts'

export const parts = [
  'orderer',
  'repeater',
  'doubter',
  'taker',
  'changer',
  'canceller',
  'planner',
  'straggler',
] as const
export type Part = (typeof parts)[number]

export type Shop = { customerId: CustomerId; cookie: string; part: Part }

/** What the shops find: the open cycle, one scarce product and some of which there is plenty. */
export type Market = { cycleId: CycleId; scarce: ProductId; plenty: ProductId[] }

export type Line = { productId: ProductId; quantity: number }
type Play = (shop: Shop, market: Market, submit: Submit) => Promise<void>
type PlaySettings = { submitsAKey: number; changes: number; lateMilliseconds: () => number }

/** The plays by part. A planner does nothing: its draft is to be placed for it. */
export function playsOf({ submitsAKey, changes, lateMilliseconds }: PlaySettings): Record<Part, Play> {
  return {
    /** One order, and nothing else. */
    orderer: async (shop, market, submit) => {
      await submit(placing(shop, market, 'orderer', plentyOf(market)))
    },
    /** One key, any number of times. */
    repeater: async (shop, market, submit) => {
      const same = placing(shop, market, 'same', plentyOf(market))
      await Promise.all(Array.from({ length: submitsAKey }, () => submit(same)))
    },
    /** Two keys at once, one window. */
    doubter: async (shop, market, submit) => {
      const both = [plentyOf(market), plentyOf(market).slice(0, 2)]
      const keys = ['first', 'second']
      await Promise.all(both.map((lines, at) => submit(placing(shop, market, keys[at] ?? '', lines))))
    },
    /** One piece of what there is too little of. */
    taker: async (shop, market, submit) => {
      await submit(placing(shop, market, 'taker', [{ productId: market.scarce, quantity: 1 }]))
    },
    /** An order that two devices change at the same time, again and again, each change typed into the shop's draft first, as
     * the page does it. The draft would be placed by itself if an order had not spent it. */
    changer: async (shop, market, submit) => {
      let standing = await submit(placing(shop, market, 'changer', plentyOf(market)))
      for (let round = 1; round <= changes; round++) {
        const { orderId, version }: Order = JSON.parse(standing.text)
        await submit(keeping(shop, round, market))
        const asked = [1, 2].map((device) => changing(shop, { orderId, version }, device, round, market))
        const answers = await Promise.all(asked.map(submit))
        const won = answers.find(({ status }) => status === 200)
        if (!won) return
        standing = won
      }
    },
    /** Takes a scarce piece and gives it back. */
    canceller: async (shop, market, submit) => {
      const lines = [{ productId: market.scarce, quantity: 1 }, ...plentyOf(market)]
      const placed = await submit(placing(shop, market, 'canceller', lines))
      if (placed.status !== 201) return
      const { orderId, version }: Order = JSON.parse(placed.text)
      await submit({
        key: `cancel ${shop.customerId}`,
        what: 'cancel',
        cookie: shop.cookie,
        method: 'POST',
        path: `/orders/${orderId}/cancellation`,
        headers: { 'if-match': `"${version}"` },
      })
    },
    planner: async () => undefined,
    /** Orders around the cut-off, a moment before or after. */
    straggler: async (shop, market, submit) => {
      await sleep(lateMilliseconds())
      await submit(placing(shop, market, 'straggler', plentyOf(market)))
    },
  }
}

/** A few of everything there is plenty of. */
export function plentyOf({ plenty }: Market): Line[] {
  return plenty.map((productId, at) => ({ productId, quantity: at + 1 }))
}

function placing(shop: Shop, { cycleId }: Market, key: string, lines: Line[]): Intention {
  const { customerId, cookie } = shop
  const body = { customerId, cycleId, lines }
  return { key: `${key} ${customerId}`, what: 'place', cookie, method: 'POST', path: '/orders', body }
}

function changing(
  { customerId, cookie }: Shop,
  { orderId, version }: Pick<Order, 'orderId' | 'version'>,
  device: number,
  round: number,
  market: Market,
): Intention {
  const lines = plentyOf(market).map(({ productId, quantity }) => ({
    productId,
    quantity: quantity + 10 * round + device,
  }))
  return {
    key: `change ${customerId} ${round} ${device}`,
    what: 'change',
    cookie,
    method: 'PUT',
    path: `/orders/${orderId}`,
    headers: { 'if-match': `"${version}"` },
    body: { lines },
  }
}

/** Types what is about to be ordered into the draft; its version says how often that was done. */
function keeping({ customerId, cookie }: Shop, round: number, market: Market): Intention {
  return {
    key: `keep ${customerId} ${round}`,
    what: 'keep',
    cookie,
    method: 'PUT',
    path: `/customers/${customerId}/basket`,
    headers: { 'if-match': `"${round}"` },
    body: { lines: plentyOf(market) },
  }
}

/** What plays are to end in, whatever the storm did. */
export function unfinishedPlays(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap(({ intention, status, codes }) => {
    const said = `${intention.key} got ${status} ${codes.join(' ')}`
    const isFine =
      status < 300 ||
      (intention.what === 'place' && expectedRefusals.some((code) => codes.includes(code))) ||
      // A draft that was kept although no answer came is newer when it is sent again.
      (['change', 'keep'].includes(intention.what) && status === 412)
    return isFine ? [] : [said]
  })
}

const expectedRefusals = ['orders.already_ordered', 'orders.supply_short', 'orders.after_cut_off']
