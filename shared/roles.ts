/** What a person may be in a customer's account. */
export const memberRoles = ['owner', 'buyer', 'service-clerk', 'read-only'] as const
export type MemberRole = (typeof memberRoles)[number]

/** What a person may be for the company, each within one or more subtrees of its units. */
export const staffRoles = [
  'account-manager',
  'order-desk',
  'supply-planner',
  'service-agent',
  'field-technician',
  'publisher',
  'analyst',
  'administrator',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a machine may be allowed, as scopes of its access token. */
export const clientScopes = ['orders.read', 'orders.write', 'master-data.read', 'master-data.write'] as const
export type ClientScope = (typeof clientScopes)[number]
