import { Problem } from '#shared/problems'
import { licenceKeepWrites } from './customer-store.ts'
import { mendCustomers } from './mend-customers.ts'

/** A job that lets each customer from before licence numbers were held hold its own. Of two with one number the first holds
 * it; the other stays as it is until its licence is put right. */
export const holdLicences = mendCustomers({
  lacks: ({ customer: { licence, heldLicence } }) => licence.number !== '' && heldLicence === undefined,
  mend: async (world, { customer }) => {
    try {
      await world.table.commit(licenceKeepWrites(customer))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'accounts.licence_taken') throw error
    }
  },
})
