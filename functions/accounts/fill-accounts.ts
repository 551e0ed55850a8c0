import { accountAudienceWrite } from './account-store.ts'
import { mendCustomers } from './mend-customers.ts'

/** A job that gives older accounts what audiences are judged by: it lay in the customer's record alone, and such a
 * customer was shown nothing that is for some only. */
export const fillAccounts = mendCustomers({
  lacks: ({ account }) => account.kind === undefined,
  mend: async (world, { account, customer: { kind, format } }) => {
    await world.table.commit([accountAudienceWrite(account, { kind, format })])
  },
})
