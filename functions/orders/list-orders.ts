import { customerOfNumber, customersWithIds } from '#accounts'
import { partsOfCycleId } from '#calendar'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import { partsOfOrderNumber } from '#shared/check-character'
import type { CustomerId, CycleId } from '#shared/ids'
import type { Order, OrderFilter, OrderHead, UnitOrder } from '#shared/orders'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { addDays, type BusinessDate, businessDateOf } from '#shared/time'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type Head, headKey, ordersOfCustomer, ordersOfUnits, readHead } from './head-store.ts'
import { isNamed, isNarrow, isOrderAsked } from './order-filter-rules.ts'
import { weekOf } from './order-plan.ts'
import { headView, orderView } from './order-view.ts'
import { readVersion, versionKey } from './version-store.ts'

const DAYS_OF_WEEK = 7

type AskedOfCustomer = PageQuery & { customerId: CustomerId; text?: string }

/** A page of a customer's orders, newest first: one round trip. `asker` binds the cursor. With a text only those whose
 * number, or the customer's own, holds it; a page may then be short. */
export async function listOrders(
  world: World,
  asker: string,
  asked: AskedOfCustomer,
): Promise<Page<OrderHead>> {
  const { items, ...page } = await customerHeads(world, asker, asked)
  return { ...page, items: items.map((head) => headView(asked.customerId, head)) }
}

async function customerHeads(
  world: World,
  asker: string,
  { customerId, limit, cursor, text }: AskedOfCustomer,
): Promise<Page<Head>> {
  const question = `orders ${asker} ${customerId} ${text ?? ''}`
  const asked = { limit, cursor, question, secret: world.config.secret, isNarrow: text !== undefined }
  return pageThrough([customerId], asked, async (ofOne, most, after) => {
    const { heads, last } = await ordersOfCustomer(world.table, ofOne, most, after)
    return { found: text ? heads.filter((head) => isNamed(head, text)) : heads, last }
  })
}

type AskedOfUnits = PageQuery & OrderFilter & { subtrees: readonly UnitPath[]; cycleId?: CycleId }

/** A page of the orders under the given subtrees: those of a cycle, else the latest, by week and unit, the newest of a
 * page first. A page may hold fewer than `limit`, and none only behind some 20,000 that do not fit. */
export async function listUnitOrders(
  world: World,
  asker: string,
  asked: AskedOfUnits,
): Promise<Page<UnitOrder>> {
  const { items, ...page } = await unitHeads(world, asker, asked)
  return { ...page, items: items.map(unitOrder) }
}

/** An order of a staff list with its lines, its note and its address. */
export type WholeUnitOrder = UnitOrder & Order & { customerCode: string }

/** The orders of units, or of one customer, with all that their newest versions say. */
export async function listWholeOrders(
  world: World,
  asker: string,
  asked: AskedOfUnits | AskedOfCustomer,
): Promise<Page<WholeUnitOrder>> {
  const isOfOne = 'customerId' in asked
  const { items: found, ...page } = isOfOne
    ? await headsOfOne(world, asker, asked)
    : await unitHeads(world, asker, asked)
  const versions = await world.table.getMany(
    found.map(({ customerId, head }) => versionKey(customerId, head)),
  )
  const items = found.flatMap((one, at) => {
    const version = readVersion(versions[at])
    const whole = { ...unitOrder(one), customerCode: one.customer?.code ?? '' }
    return version ? [{ ...orderView(one.customerId, version), ...whole }] : []
  })
  return { ...page, items }
}

type UnitHead = { customerId: CustomerId; head: Head; customer: CustomerRecord | undefined }
type CustomerRecord = NonNullable<Awaited<ReturnType<typeof customersWithIds>>[number]>

function unitOrder({ customerId, head, customer }: UnitHead): UnitOrder {
  const { name = { zh: '', en: '' }, unitPath = '' } = customer ?? {}
  return { ...headView(customerId, head), customerName: name, unitPath }
}

async function headsOfOne(world: World, asker: string, asked: AskedOfCustomer): Promise<Page<UnitHead>> {
  const { customerId } = asked
  const [{ items, ...page }, [customer]] = await Promise.all([
    customerHeads(world, asker, asked),
    customersWithIds(world.table, [customerId]),
  ])
  return { ...page, items: items.map((head) => ({ customerId, head, customer })) }
}

async function unitHeads(world: World, asker: string, asked: AskedOfUnits): Promise<Page<UnitHead>> {
  const { subtrees, cycleId, text, state, behalf, ...page } = asked
  const filter = { cycleId, text, state, behalf }
  const named = await headOfNumber(world, asked)
  if (named) return { items: [named] }
  const weeks = weeksOf(world, cycleId)
  const question = `unit-orders ${asker} ${weeks.join(' ')} ${JSON.stringify(filter)} ${subtrees.join(' ')}`
  const places = weeks.flatMap((week) => subtrees.map((unitPath) => ({ week, unitPath })))
  const answer = await pageThrough(
    places,
    { ...page, question, secret: world.config.secret, isNarrow: isNarrow(filter) },
    async ({ week, unitPath }, limit, after) => {
      const { found, last } = await ordersOfUnits(world.table, week, unitPath, limit, after)
      return { found: found.filter(({ head }) => isOrderAsked(head, filter)), last }
    },
  )
  const found = answer.items.toSorted((one, other) => (one.head.at < other.head.at ? 1 : -1))
  const customers = await customersWithIds(
    world.table,
    found.map(({ customerId }) => customerId),
  )
  return { ...answer, items: found.map((one, at) => ({ ...one, customer: customers[at] })) }
}

/** The order that a whole spoken number names, however old it is. */
async function headOfNumber(
  world: World,
  { text = '', subtrees, ...filter }: AskedOfUnits,
): Promise<UnitHead | undefined> {
  const said = partsOfOrderNumber(text)
  const customerId = said && (await customerOfNumber(world.table, said.customerNumber))
  if (!said || !customerId) return undefined
  const [[customer], item] = await Promise.all([
    customersWithIds(world.table, [customerId]),
    world.table.get(headKey(customerId, said.runningNumber)),
  ])
  const head = readHead(item)
  const isOurs = customer && isWithinUnits(customer.unitPath, subtrees)
  const isAsked = isOurs && head && isOrderAsked(head, filter)
  return isAsked ? { customerId, head, customer } : undefined
}

/** The week of a cycle. Without one: an order stands in the week its window closes in, so what is being ordered at the
 * weekend stands in the next one already, and what was ordered lately in this one or the last. */
function weeksOf(world: World, cycleId: CycleId | undefined): BusinessDate[] {
  const cycle = cycleId && partsOfCycleId(cycleId)
  if (cycleId && !cycle) throw new Problem('calendar.cycle_not_found')
  if (cycle) return [weekOf(cycle.date)]
  const now = weekOf(businessDateOf(world.clock.now(), world.config.timeZone))
  return [addDays(now, DAYS_OF_WEEK), now, addDays(now, -DAYS_OF_WEEK)]
}
