import type { SessionView } from '#shared/identity'

/** True when a person acts for one of several shops, or for one beside their work here: the frame then names it. */
export function isOneOfSeveral({
  memberships,
  isStaff,
}: Pick<SessionView, 'memberships' | 'isStaff'>): boolean {
  return memberships.length > 1 || isStaff
}
