import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { type CustomerState, customersOfUnits, licenceKeepWrites, storedCustomers } from './customer-store.ts'
import { retried } from './save-customer.ts'

const CUSTOMERS_A_STEP = 100

/** A job that lets each customer from before licence numbers were held hold its own. Of two with one number the first holds
 * it; the other stays as it is until its licence is put right. Done again, it changes nothing. */
export const holdLicences: RunJob = async (world, _job, keep) => {
  let done = 0
  let after: Item | undefined
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_STEP, after)
    const ids = cards.map(({ customerId }) => customerId)
    for (const state of await storedCustomers(world.table, ids, { isStrong: true }))
      if (state && isUnheld(state)) await hold(world, state)
    done += cards.length
    after = last
    await keep({ done, total: 0 })
  } while (after)
}

function isUnheld({ customer: { licence, heldLicence } }: CustomerState): boolean {
  return licence.number !== '' && heldLicence === undefined
}

async function hold(world: World, { customer: { customerId } }: CustomerState): Promise<void> {
  await retried(async () => {
    const [state] = await storedCustomers(world.table, [customerId], { isStrong: true })
    if (!state || !isUnheld(state)) return
    try {
      await world.table.commit(licenceKeepWrites(state.customer))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'accounts.licence_taken') throw error
    }
  })
}
