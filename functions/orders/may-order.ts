/** Who may order for a customer, and prepare what is ordered. */
export const mayOrder = {
  member: ['owner', 'buyer'],
  staff: ['order-desk', 'account-manager'],
  client: ['orders.write'],
} as const
