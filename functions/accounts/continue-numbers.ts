import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { accountWrite, storedAccount } from './account-store.ts'

/** Lets a customer's order numbers go on after `running`, once its history is in. */
export async function continueNumbers(world: World, customerId: CustomerId, running: number): Promise<void> {
  const account = await storedAccount(world.table, customerId)
  if (account && account.running < running)
    await world.table.commit([accountWrite(account, { reserve: 0, running })])
}
