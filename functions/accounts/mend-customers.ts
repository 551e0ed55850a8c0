import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { type CustomerState, customersOfUnits, storedCustomers } from './customer-store.ts'

const CUSTOMERS_A_STEP = 100

type Mending = {
  lacks(state: CustomerState): boolean
  mend(world: World, state: CustomerState): Promise<void>
}

/** A job that gives every customer what one of before lacks; each is read anew before it is mended, so doing it again, or
 * beside a save, changes nothing. */
export function mendCustomers({ lacks, mend }: Mending): RunJob {
  const mendOne = (world: World, customerId: CustomerId) =>
    tryAgain(async () => {
      const [state] = await storedCustomers(world.table, [customerId], { isStrong: true })
      if (state && lacks(state)) await mend(world, state)
    })
  return async (world, _job, keep) => {
    let done = 0
    let after: Item | undefined
    do {
      const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_STEP, after)
      const ids = cards.map(({ customerId }) => customerId)
      for (const state of await storedCustomers(world.table, ids, { isStrong: true }))
        if (state && lacks(state)) await mendOne(world, state.customer.customerId)
      done += cards.length
      after = last
      await keep({ done, total: 0 })
    } while (after)
  }
}
