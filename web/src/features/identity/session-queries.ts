import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { read, write } from '../../api.ts'

/** Who is signed in; throws a 401 when nobody is. */
export function readSession(): Promise<SessionView> {
  return read('/session')
}

/** Goes on as another customer's member, or as staff when none is named. */
export function actFor(customerId: CustomerId | undefined): Promise<{ isSwitched: boolean }> {
  return write('PUT', '/session/acting-for', { body: { customerId } })
}

/** Ends the session; answers where the browser goes next. */
export function endSession(): Promise<{ signOutUrl: string }> {
  return write('DELETE', '/session')
}

/** True when this session may order for a customer. */
export function mayOrder(session: SessionView): boolean {
  if (session.kind === 'member') return session.role === 'owner' || session.role === 'buyer'
  return session.grants.some(({ role }) => role === 'order-desk' || role === 'account-manager')
}

/** True when this session is of an owner who acts for their shop. */
export function isOwner({ kind, role }: SessionView): boolean {
  return kind === 'member' && role === 'owner'
}

/** True when this session may change what is kept of customers. */
export function maySaveCustomers(session: SessionView): boolean {
  return session.grants.some(({ role }) => role === 'administrator' || role === 'account-manager')
}

/** True when this session may change what the company sells: only at the root of the units. */
export function maySaveProducts(session: SessionView): boolean {
  return session.grants.some(
    ({ role, unitPath }) =>
      (role === 'administrator' || role === 'supply-planner') && !unitPath.includes('/'),
  )
}

/** True when this session may change what is released for a cycle. */
export function mayReleaseSupply(session: SessionView): boolean {
  return maySaveProducts(session)
}

/** True when this session may see what is released for a shop. */
export function maySeeLimits(session: SessionView): boolean {
  const roles = ['account-manager', 'order-desk', 'supply-planner', 'administrator']
  return session.grants.some(({ role }) => roles.includes(role))
}

/** True when this session may move coming order cycles: the order desk and administrators at the root of the units. */
export function mayChangeCycles(session: SessionView): boolean {
  return session.grants.some(
    ({ role, unitPath }) => (role === 'administrator' || role === 'order-desk') && !unitPath.includes('/'),
  )
}

/** True for an administrator at the root of the units, who alone changes prices and erases people. */
export function isHeadAdministrator(session: SessionView): boolean {
  return session.grants.some(({ role, unitPath }) => role === 'administrator' && !unitPath.includes('/'))
}

/** True when this session sees what looks odd in closed cycles. */
export function maySeeOddities(session: SessionView): boolean {
  return maySaveCustomers(session) || session.grants.some(({ role }) => role === 'analyst')
}

/** True when this session may look at what shops ask for; deciding takes one who may save customers. */
export function maySeeRequests(session: SessionView): boolean {
  return maySaveCustomers(session) || session.grants.some(({ role }) => role === 'order-desk')
}

/** True when this session may follow how many shops have ordered, and see who has not. */
export function mayFollowOrders(session: SessionView): boolean {
  return maySeeRequests(session) || session.grants.some(({ role }) => role === 'supply-planner')
}

/** True when this session may word what the product sends: an administrator or a publisher at the root. */
export function mayWordMessages(session: SessionView): boolean {
  return session.grants.some(
    ({ role, unitPath }) => (role === 'administrator' || role === 'publisher') && !unitPath.includes('/'),
  )
}

export function isAdministrator(session: SessionView): boolean {
  return session.grants.some(({ role }) => role === 'administrator')
}

/** True when this session brings in files of some kind: which, `kindsBroughtBy` says. */
export function mayImport(session: SessionView): boolean {
  const roles = ['administrator', 'account-manager', 'supply-planner']
  return session.grants.some(({ role, unitPath }) => roles.includes(role) && !unitPath.includes('/'))
}
