import type { Cycle } from '#calendar'
import type { Actor, Member } from '#platform/actor'
import type { Key } from '#platform/storage/access-pattern'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { bareId, type CustomerId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import type { Refusal } from '#shared/order-rules'
import type { Spending } from '#shared/spending'
import { periodAround } from '#shared/spending-periods'
import type { Instant } from '#shared/time'
import { buyerSettingsKey, readBuyerSettings, type StoredSettings } from './buyer-settings-store.ts'
import { type Head, ordersSince } from './head-store.ts'
import type { OrderContext } from './order-context.ts'
import { chargesAfter, spentWith } from './spending-rules.ts'

/** Who answers for an order: who acts, or the buyer whose draft is placed at the cut-off. */
export type Answerable = Exclude<Actor, Member> | Pick<Member, 'kind' | 'personId' | 'role'>

/** Who must keep to spending limits, by bare person id: the buyers of a shop, when they act themselves. */
export function buyerWithin(actor: Answerable): string | undefined {
  return actor.kind === 'member' && actor.role === 'buyer' ? bareId(actor.personId) : undefined
}

/** What must be read to judge a buyer; nothing for anyone else, whose orders cost no more for it. */
export function spendingKeys(actor: Answerable, customerId: CustomerId): Key[] {
  return buyerWithin(actor) === undefined ? [] : [buyerSettingsKey(customerId)]
}

/** What an order of the actor keeps of who is answerable for it. */
export function chargesOn(
  actor: Answerable,
  before: Head | undefined,
  to: { total: MinorUnits },
): Pick<Head, 'sp'> {
  const step = { before: before?.sp, from: before?.t ?? 0, to: to.total, buyer: buyerWithin(actor) }
  const sp = chargesAfter(step)
  return Object.keys(sp).length > 0 ? { sp } : {}
}

type Judged = { settings: Item | undefined; before?: Head; total: MinorUnits }

/** What stands against a buyer's own order: that the owner approves each, or the limit of the person. Everything spent is
 * read after the account, whose version every order conditions: an order that came in between refuses the commit, so
 * no two orders fit under a limit that holds one. */
export async function spendingRefusals(
  world: World,
  actor: Answerable,
  context: OrderContext,
  { settings: item, before, total }: Judged,
): Promise<Refusal[]> {
  const buyer = buyerWithin(actor)
  if (buyer === undefined) return []
  const settings = readBuyerSettings(item)
  if (settings.approval === 'always') return [{ code: 'orders.approval_needed', facts: {} }]
  const charge = chargesOn(actor, before, { total }).sp?.[buyer] ?? 0
  const isRaised = charge > (before?.sp?.[buyer] ?? 0)
  const at = before?.at ?? context.now
  const limit = isRaised
    ? await limitOf(world, { settings, buyer, context, at, without: before?.r })
    : undefined
  if (!limit || charge <= limit.left) return []
  const { amount: spendable, spent, left: unspent, periodEnds } = limit
  const { currency, timeZone } = context.company
  const facts = { spendable, spent, unspent, total: charge, periodEnds, currency, timeZone }
  return [{ code: 'orders.over_spending', facts }]
}

type Asked = {
  settings: StoredSettings
  buyer: string
  context: Pick<OrderContext, 'account' | 'company' | 'cycleId'> & {
    cycle: Pick<Cycle, 'opensAt' | 'closesAt'>
  }
  /** The period that is looked at holds this instant; an order is counted when it was placed. */
  at: Instant
  /** Running number of an order that is left out. */
  without?: number
}

/** The limit of a buyer with what is spent of it; undefined when there is none. */
export async function limitOf(world: World, asked: Asked): Promise<Spending['limit']> {
  const { settings, buyer, context, at, without } = asked
  const limit = settings.limits[buyer]
  if (!limit) return undefined
  const { account, company, cycle, cycleId } = context
  const { from, to } = periodAround(limit.period, { at, timeZone: company.timeZone, cycle })
  const orders = (await ordersSince(world.table, account.customerId, from)).filter((head) =>
    limit.period === 'cycle' ? head.cy === cycleId : head.at < to,
  )
  const spent = spentWith(orders, buyer, without)
  return { ...limit, spent, left: Math.max(0, limit.amount - spent), periodEnds: to }
}
