import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import type { Deed } from '#shared/rights'
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

/** Whether this session may do a deed somewhere: as the server judged it when the page was opened. */
export function may({ deeds }: SessionView, deed: Deed): boolean {
  // A session kept for offline use by an older page says nothing of it.
  return deeds?.includes(deed) ?? false
}

/** True when this session may order for a customer. */
export function mayOrder(session: SessionView): boolean {
  return may(session, 'order')
}

/** True when this session is of an owner who acts for their shop. */
export function isOwner({ kind, role }: SessionView): boolean {
  return kind === 'member' && role === 'owner'
}
