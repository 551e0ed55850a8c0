import { storedAccount } from '#accounts'
import type { World } from '#platform/world'
import type { CycleDetails, CycleQuery } from '#shared/calendar'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addDays, businessDateOf } from '#shared/time'
import { cyclesAhead, detailsOfCycle } from './current-cycle.ts'
import { cyclesBetween } from './cycle-store.ts'

const DAYS_AHEAD = 7
const MOST_CYCLES = 60
const MOST_ASKED = 400
const CYCLES_OF_A_SHOP = 6

/** Cycles of all batches, newest first: the recent and coming ones, or those of the days asked for. */
export async function listCycles(world: World, asked: CycleQuery = {}): Promise<CycleDetails[]> {
  const until = addDays(businessDateOf(world.clock.now(), world.config.timeZone), DAYS_AHEAD)
  const range = { from: asked.from, to: asked.to ?? until }
  const cycles = await cyclesBetween(world.table, range, asked.from ? MOST_ASKED : MOST_CYCLES)
  return cycles
    .filter(({ batch }) => asked.batch === undefined || batch === asked.batch)
    .map((cycle) => detailsOfCycle(world, cycle))
}

/** The open and the coming cycles of a customer's own batch, the next one first; throws `accounts.customer_not_found`. */
export async function cyclesOfCustomer(world: World, customerId: CustomerId): Promise<CycleDetails[]> {
  const account = await storedAccount(world.table, customerId)
  if (!account) throw new Problem('accounts.customer_not_found')
  const cycles = await cyclesAhead(world, account.batch, CYCLES_OF_A_SHOP)
  return cycles.slice(0, CYCLES_OF_A_SHOP).map((cycle) => detailsOfCycle(world, cycle))
}
