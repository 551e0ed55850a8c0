import { type MemberRole, memberRoles, type StaffRole } from './roles.ts'
import { type UnitPath, unitAbove } from './unit-path.ts'

type Right = { member?: readonly MemberRole[]; staff?: readonly StaffRole[]; fromRoot?: true }

/** Who may do what, for every deed that not all may do: a member for their own shop, staff in the units where they have
 * the role; `fromRoot` asks for the role at the root of the units. Routes read it, and a session carries what its
 * person may do of it; what a role sees of a customer's fields stands in `customer-cuts.ts`. */
export const whoMay = {
  order: { member: ['owner', 'buyer'], staff: ['order-desk', 'account-manager'] },
  seeDrafts: { member: memberRoles, staff: ['order-desk', 'account-manager'] },
  keepStandingDraft: { member: ['owner'] },
  askOwner: { member: ['buyer'] },
  answerBuyer: { member: ['owner'] },
  limitBuyers: { member: ['owner'], staff: ['account-manager', 'administrator'] },
  seeBuyerLimits: { member: ['owner'], staff: ['account-manager', 'administrator', 'order-desk'] },
  followOrders: { staff: ['account-manager', 'order-desk', 'supply-planner', 'administrator'] },
  correctOrders: { staff: ['order-desk', 'administrator'] },
  recordPastOrders: { staff: ['administrator'], fromRoot: true },

  object: { member: ['owner'] },
  seeObjections: { member: memberRoles, staff: ['order-desk', 'account-manager', 'administrator'] },
  settleObjections: { staff: ['order-desk', 'account-manager', 'administrator'] },

  keepCustomers: { staff: ['administrator', 'account-manager'] },
  keepAgreements: { staff: ['account-manager', 'administrator'] },
  archiveCustomers: { member: ['owner'], staff: ['administrator', 'account-manager'] },
  rebuildSearch: { staff: ['administrator'], fromRoot: true },
  askForChange: { member: ['owner'] },
  seeRequests: { member: ['owner'], staff: ['account-manager', 'administrator', 'order-desk'] },
  decideRequests: { staff: ['account-manager', 'administrator'] },

  seeMembers: { member: memberRoles, staff: ['account-manager', 'administrator', 'order-desk'] },
  keepMembers: { member: ['owner'], staff: ['account-manager', 'administrator'] },
  keepContacts: { staff: ['account-manager', 'administrator'] },
  keepStaff: { staff: ['administrator'] },
  erasePeople: { staff: ['administrator'], fromRoot: true },

  planOrders: { staff: ['administrator'], fromRoot: true },
  changeCycles: { staff: ['administrator', 'order-desk'], fromRoot: true },
  seeLimits: { staff: ['account-manager', 'order-desk', 'supply-planner', 'administrator'] },
  releaseSupply: { staff: ['administrator', 'supply-planner'], fromRoot: true },
  keepProducts: { staff: ['administrator', 'supply-planner'], fromRoot: true },
  keepPrices: { staff: ['administrator'], fromRoot: true },
  keepOrderMinimum: { staff: ['administrator'], fromRoot: true },
  importFiles: { staff: ['administrator', 'account-manager', 'supply-planner'], fromRoot: true },

  seeOddities: { staff: ['account-manager', 'analyst', 'administrator'] },
  reviewOddities: { staff: ['account-manager', 'administrator'] },
  keepThresholds: { staff: ['administrator'], fromRoot: true },

  seeDueAtShop: { member: memberRoles, staff: ['account-manager', 'order-desk', 'administrator'] },
  readSendLog: { staff: ['account-manager', 'order-desk', 'administrator'] },
  settleFailed: { staff: ['account-manager', 'order-desk', 'administrator'] },
  wordMessages: { staff: ['administrator', 'publisher'], fromRoot: true },
  seeFirstSteps: { staff: ['administrator', 'account-manager', 'supply-planner'], fromRoot: true },
  seeCompany: { staff: ['administrator'] },
  keepCompany: { staff: ['administrator'], fromRoot: true },
} as const satisfies Record<string, Right>

export type Deed = keyof typeof whoMay

/** The names of all deeds of the table. */
export const deeds = namesOf(whoMay)

type Standing = {
  role?: MemberRole | undefined
  grants: ReadonlyArray<{ role: StaffRole; unitPath: UnitPath }>
}

/** What someone may do anywhere, judged as the routes judge it: a session tells it, so that a page shows no button that
 * would be refused. */
export function deedsOf({ role, grants }: Standing): Deed[] {
  return deeds.filter((deed) => {
    const { member = [], staff = [], fromRoot }: Right = whoMay[deed]
    if (role !== undefined && member.includes(role)) return true
    return grants.some((grant) => staff.includes(grant.role) && !(fromRoot && unitAbove(grant.unitPath)))
  })
}

function namesOf<Table extends object>(table: Table) {
  // Keys of a literal are its names; the compiler knows texts alone.
  return Object.keys(table) as Array<keyof Table & string>
}
