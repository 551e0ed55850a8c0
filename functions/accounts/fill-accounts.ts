import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { accountAudienceWrite } from './account-store.ts'
import { type CustomerState, customersOfUnits, storedCustomers } from './customer-store.ts'
import { retried } from './save-customer.ts'

const CUSTOMERS_A_STEP = 100

/** A job that gives older accounts what audiences are judged by: it lay in the customer's record alone, and such a
 * customer was shown nothing that is for some only. Done again, it changes nothing. */
export const fillAccounts: RunJob = async (world, _job, keep) => {
  let done = 0
  let after: Item | undefined
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_STEP, after)
    const ids = cards.map(({ customerId }) => customerId)
    for (const state of await storedCustomers(world.table, ids, { isStrong: true }))
      if (state && state.account.kind === undefined) await fill(world, state)
    done += cards.length
    after = last
    await keep({ done, total: 0 })
  } while (after)
}

async function fill(world: World, { customer: { customerId } }: CustomerState): Promise<void> {
  await retried(async () => {
    const [state] = await storedCustomers(world.table, [customerId], { isStrong: true })
    if (!state || state.account.kind !== undefined) return
    const { kind, format } = state.customer
    await world.table.commit([accountAudienceWrite(state.account, { kind, format })])
  })
}
