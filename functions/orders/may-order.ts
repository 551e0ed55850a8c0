import { whoMay } from '#shared/rights'

/** Who may order for a customer, and prepare what is ordered. */
export const mayOrder = { ...whoMay.order, client: ['orders.write'] } as const
