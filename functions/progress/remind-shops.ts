import {
  type Account,
  accountKey,
  type CustomerRecord,
  customerKey,
  getCompany,
  readAccount,
  readCustomer,
} from '#accounts'
import { type Cycle, cycleIdOf, storedCycle } from '#calendar'
import { type Note, noteKey, noteWrite, readNote } from '#closings'
import { membersOfCustomer } from '#identity'
import { cycleUseKey, readCycleUse } from '#orders'
import { type Actor, markOf } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import { sideBySide } from '#platform/side-by-side'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { REMINDED } from './list-shops-waited-for.ts'

const AT_ONCE = 8

/** What became of a shop that was to be reminded. */
export type ReminderVerdict = { key: CustomerId; refusal?: Problem }

type Asked = {
  cycleId: CycleId
  customerIds: readonly CustomerId[]
  subtrees: readonly UnitPath[]
  /** The job that asks: what it told before its process died, it has told. */
  run?: string
}

/** Reminds shops of an open window in which they have not ordered, each once a window whoever asks. Throws
 * `calendar.cycle_not_found`, `orders.not_open_yet`, `orders.reminders_over`. */
export async function remindShops(world: World, actor: Actor, asked: Asked): Promise<ReminderVerdict[]> {
  const { cycleId, customerIds } = asked
  const [cycle, { timeZone }] = await Promise.all([storedCycle(world.table, cycleId), getCompany(world)])
  refuseClosed(cycle, world.clock.now(), timeZone)
  const shops = await shopsOf(world, cycleId, [...new Set(customerIds)])
  const refusals = new Map<CustomerId, Problem>()
  await sideBySide(shops, AT_ONCE, async (shop) => {
    const refusal = await remindShop(world, actor, { ...asked, cycle, shop, timeZone })
    if (refusal) refusals.set(shop.customerId, refusal)
  })
  return shops.map(({ customerId }) => ({ key: customerId, refusal: refusals.get(customerId) }))
}

function refuseClosed({ opensAt, closesAt, phase }: Cycle, now: string, timeZone: string): void {
  if (phase || now >= closesAt) throw new Problem('orders.reminders_over', { closesAt, timeZone })
  if (now < opensAt) throw new Problem('orders.not_open_yet', { opensAt, timeZone })
}

type Shop = {
  customerId: CustomerId
  customer?: CustomerRecord
  account?: Account
  hasOrdered: boolean
  note?: Note
}

async function shopsOf(world: World, cycleId: CycleId, customerIds: readonly CustomerId[]): Promise<Shop[]> {
  const keys = customerIds.flatMap((customerId) => [
    customerKey(customerId),
    accountKey(customerId),
    cycleUseKey(customerId, cycleId),
    noteKey(customerId, cycleId, REMINDED),
  ])
  const items = await world.table.getMany(keys, { isStrong: true })
  return customerIds.map((customerId, at) => {
    const [customer, account, use, note] = items.slice(4 * at, 4 * at + 4)
    return {
      customerId,
      customer: readCustomer(customer),
      account: readAccount(account),
      hasOrdered: readCycleUse(use)?.r !== undefined,
      note: readNote(note),
    }
  })
}

type Reminding = Asked & { cycle: Cycle; shop: Shop; timeZone: string }

async function remindShop(world: World, actor: Actor, reminding: Reminding): Promise<Problem | undefined> {
  const refusal = refusalOf(reminding)
  if (refusal) return refusal
  const { cycle, shop, run } = reminding
  if (shop.note) return undefined
  const { customerId } = shop
  const members = await membersOfCustomer(world.table, customerId)
  if (!members.some(({ role, isDisabled }) => (role === 'owner' || role === 'buyer') && !isDisabled))
    return new Problem('orders.shop_without_people')
  const cycleId = cycleIdOf(cycle)
  const record = {
    type: 'shop.reminded',
    subject: cycleUseKey(customerId, cycleId),
    about: { customerId, cycleId },
    change: { closesAt: cycle.closesAt },
  } as const
  const note = { at: world.clock.now(), by: markOf(actor).id, run }
  try {
    await commitChange(world, actor, record, [noteWrite(customerId, cycleId, REMINDED, note)])
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const [now] = await shopsOf(world, cycleId, [customerId])
  return now && refusalOf({ ...reminding, shop: now })
}

/** Why a shop is not reminded; undefined where it is to be, or where this very run has reminded it. */
function refusalOf({ cycle, shop, subtrees, run, timeZone }: Reminding): Problem | undefined {
  const { customer, account, note, hasOrdered } = shop
  const isReached = customer && isWithinUnits(customer.unitPath, subtrees)
  if (!isReached || !account) return new Problem('accounts.customer_not_found')
  if (note && (run === undefined || note.run !== run))
    return new Problem('orders.shop_reminded', { remindedAt: note.at, timeZone })
  if (note) return undefined
  if (hasOrdered) return new Problem('orders.shop_has_ordered')
  if (account.batch !== cycle.batch) return new Problem('orders.shop_not_waited_for')
  return account.holdReason === undefined ? undefined : new Problem('orders.shop_held')
}
