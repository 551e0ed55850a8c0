import { partsOfCycleId } from '#calendar'
import { productsWithIds } from '#catalogue'
import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import type { CycleDemand, ProductDemand } from '#shared/demand'
import { type CustomerId, type CycleId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { addDemand, type Demand, demandOfShop, recordsByUnit, together } from './demand-rules.ts'
import { everyOrderOfUnits, type Head } from './head-store.ts'
import { lastOrderedCycle } from './last-ordered-cycle.ts'
import { weekOf } from './order-plan.ts'
import { isCounted } from './tally-rules.ts'
import { readVersion, versionKey } from './version-store.ts'

const SHOPS_AT_ONCE = 50
const READS_AT_ONCE = 8

type Asked = { subtrees: readonly UnitPath[]; cycleId: CycleId }
type PlacedOrder = { unitPath: UnitPath; customerId: CustomerId; head: Head }

/** What the shops under the given subtrees wanted in a cycle against what they got, product by product. Every order is
 * read with its lines, some at once, and none is held. Where nobody ordered, it names the cycle to look at instead. Throws `calendar.cycle_not_found`. */
export async function showDemand(world: World, { subtrees, cycleId }: Asked): Promise<CycleDemand> {
  const asOf = world.clock.now()
  const orders = await ordersOfCycle(world, subtrees, cycleId)
  const shops = [...Map.groupBy(orders, ({ unitPath, customerId }) => `${unitPath} ${customerId}`).values()]
  const ofProducts = new Map<string, Demand>()
  const ofUnits = new Map<UnitPath, Demand>()
  const groups = Array.from({ length: Math.ceil(shops.length / SHOPS_AT_ONCE) }, (_, at) =>
    shops.slice(at * SHOPS_AT_ONCE, (at + 1) * SHOPS_AT_ONCE),
  )
  await sideBySide(groups, READS_AT_ONCE, async (group) => {
    for (const { unitPath, lines } of await linesOfShops(world, group)) {
      const wanted = demandOfShop(lines)
      addDemand(ofProducts, wanted)
      addDemand(ofUnits, new Map([[unitPath, together(wanted.values())]]))
    }
  })
  const { shops: records, stockOuts } = together(ofUnits.values())
  const lastOrderedIn = orders.length === 0 ? await lastOrderedCycle(world, { subtrees, cycleId }) : undefined
  return {
    ...{ cycleId, asOf, orders: orders.length, lastOrderedIn, shops: records, stockOuts },
    units: recordsByUnit(
      [...ofUnits].map(([unitPath, demand]) => ({
        ...{ unitPath, shops: demand.shops, stockOuts: demand.stockOuts },
      })),
    ),
    products: await namedProducts(world, ofProducts),
  }
}

async function ordersOfCycle(
  world: World,
  subtrees: readonly UnitPath[],
  cycleId: CycleId,
): Promise<PlacedOrder[]> {
  const cycle = partsOfCycleId(cycleId)
  if (!cycle) throw new Problem('calendar.cycle_not_found')
  const week = weekOf(cycle.date)
  const found = await Promise.all(subtrees.map((unitPath) => everyOrderOfUnits(world.table, week, unitPath)))
  return found.flat().filter(({ head: { cy, st } }) => cy === cycleId && isCounted(st))
}

async function linesOfShops(world: World, shops: ReadonlyArray<readonly PlacedOrder[]>) {
  const keys = shops.flat().map(({ customerId, head }) => versionKey(customerId, head))
  const versions = (await world.table.getMany(keys)).map(readVersion)
  let at = 0
  return shops.map((orders) => ({
    unitPath: orders[0]?.unitPath ?? '',
    lines: orders.flatMap(() => versions[at++]?.l ?? []),
  }))
}

async function namedProducts(world: World, demands: ReadonlyMap<string, Demand>): Promise<ProductDemand[]> {
  const found = [...demands].map(([bare, demand]) => ({ productId: idOf('product', bare), demand }))
  const products = await productsWithIds(
    world.table,
    found.map(({ productId }) => productId),
  )
  return found.map(({ productId, demand }, at) => {
    const { code = '', name, pinyin = '', unit } = products[at] ?? {}
    const nameless = { zh: productId, en: productId }
    return { productId, code, name: name ?? nameless, pinyin, unit: unit ?? { zh: '', en: '' }, ...demand }
  })
}
