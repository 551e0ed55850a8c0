import { cycleKey } from '#calendar'
import { placeOrder } from '#orders'
import type { World } from '#platform/world'
import { type CustomerId, type CycleId, idOf, type ProductId } from '#shared/ids'
import { addSeconds, type Instant } from '#shared/time'
import { saveBasket } from '../../functions/drafts/save-basket.ts'
import { saveStandingDraft } from '../../functions/drafts/save-standing-draft.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someProducts, someStaff } from '../support/builders.ts'
import type { FakeWorld } from '../support/fake-world.ts'

export const tester = { kind: 'system', name: 'tests' } as const
const PRICE = 1000
const GRACE_SECONDS = 121

export type AClosing = { cycleId: CycleId; closesAt: Instant; products: ProductId[] }

/** A company with three products at 10.00 (tax included) and a cycle that closes in two hours. */
export async function aClosing(world: FakeWorld): Promise<AClosing> {
  await aCompany(world)
  const cycleId = await aCycle(world)
  const codes = ['P-1', 'P-2', 'P-3'].map((code) => ({ code, price: PRICE }))
  return {
    cycleId,
    closesAt: addSeconds(world.clock.now(), 7200),
    products: await someProducts(world, codes),
  }
}

/** A shop that is settled by its balance. */
export function aPayer(world: World, code: string, balance: number): Promise<CustomerId> {
  return aCustomer(world, code, { balance, creditLimit: 0 })
}

export async function order(world: World, at: AClosing, customerId: CustomerId, quantity: number) {
  const lines = [{ productId: at.products[0] ?? idOf('product', ''), quantity }]
  const once = { key: `${customerId} ${quantity}`, fingerprint: 'x' }
  return (await placeOrder(world, tester, { customerId, cycleId: at.cycleId, lines }, once)).order
}

/** A shop's draft with these quantities of the products, to be placed at the cut-off. */
export async function standing(
  world: World,
  at: AClosing,
  customerId: CustomerId,
  quantities: readonly number[],
  leavesOut = true,
): Promise<void> {
  const lines = quantities.flatMap((quantity, index) => {
    const productId = at.products[index]
    return productId ? [{ productId, quantity }] : []
  })
  await saveBasket(world, tester, { customerId, baseVersion: 0, lines })
  await saveStandingDraft(world, tester, { customerId, isOn: true, leavesOut, baseVersion: 0 })
}

/** Lets the clock pass the cut-off and the schedule do what is due. */
export async function close(world: FakeWorld, { closesAt }: AClosing): Promise<void> {
  world.setNow(addSeconds(closesAt, GRACE_SECONDS))
  for (let run = 1; run <= 3; run++) await runDue(world)
}

export async function storedCycleOf(world: World, cycleId: CycleId) {
  const key = cycleKey(cycleId)
  return key && world.table.get(key, { isStrong: true })
}

/** Money and state of a customer as they are stored. */
export async function accountOf(world: World, customerId: CustomerId) {
  const item = await world.table.get({ pk: `C#${customerId.slice(4)}`, sk: 'A' }, { isStrong: true })
  return { balance: item?.balance, reserved: item?.reserved }
}

/** Everything that happened to a customer's orders, by type. */
export async function eventsOf(world: World, customerId: CustomerId): Promise<string[]> {
  const { items } = await world.table.query(
    { room: '', name: '', question: '', read: 'query', pk: 'C#{c}', sk: '@{x}' } as const,
    { c: customerId.slice(4) },
    { isStrong: true },
  )
  return items.map(({ type }) => String(type)).sort()
}

/** A shop as it is saved anew by its code. */
export function shopInput(code: string) {
  return {
    code,
    name: { zh: `店${code}`, en: `Shop ${code}` },
    kind: 'retailer' as const,
    licence: { number: '' },
    format: '',
    addresses: [],
    unitPath: 'hq/53/5301',
    batch: 'daily',
    priceList: 'standard',
    grade: 18,
    creditLimit: 0,
  }
}

export async function ordersOf(world: World, customerId: CustomerId) {
  return (await listOrders(world, 'tests', { customerId, limit: 20 })).items
}

/** What staff read of a closing. */
export async function reportOf(world: FakeWorld, { cycleId }: AClosing) {
  const cookie = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
  return (await apiOf(world)(`/cycles/${cycleId}/closing`, { cookie })).body
}
