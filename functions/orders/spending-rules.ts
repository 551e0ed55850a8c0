import type { MinorUnits } from '#shared/money'

/** Which buyer is answerable for how much of an order, by bare person id. */
export type Charges = Readonly<Record<string, MinorUnits>>

type Step = { before?: Charges; from: MinorUnits; to: MinorUnits; buyer?: string }

/** Who is answerable for an order that goes from one total to another: a raise by a buyer is theirs, a raise by the owner
 * or by staff is no buyer's, and nobody is ever charged more than the order comes to. */
export function chargesAfter({ before = {}, from, to, buyer }: Step): Charges {
  const charges = new Map(Object.entries(before))
  if (buyer !== undefined) charges.set(buyer, (charges.get(buyer) ?? 0) + Math.max(0, to - from))
  let room = to
  const kept = [...charges].map(([person, amount]): [string, MinorUnits] => {
    const share = Math.min(amount, room)
    room -= share
    return [person, share]
  })
  return Object.fromEntries(kept.filter(([, amount]) => amount > 0))
}

/** An order as spending sees it. */
export type Charged = { r: number; st: string; sp?: Charges }

const givenBack = new Set(['cancelled', 'lapsed'])

/** What a buyer has spent with some orders, one of them left out; cancelled and lapsed ones count back. */
export function spentWith(orders: readonly Charged[], buyer: string, without?: number): MinorUnits {
  return orders.reduce((sum, { r, st, sp }) => {
    return r === without || givenBack.has(st) ? sum : sum + (sp?.[buyer] ?? 0)
  }, 0)
}
