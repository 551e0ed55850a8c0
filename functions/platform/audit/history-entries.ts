// What happened to an object, as history shows it: every room tells it in the same words.
import type { HistoryEntry } from '#shared/history'
import type { Event } from '../events/event-store.ts'

/** Events as entries, with the names of who did it; an id whose person is unknown or erased has no name. */
export function historyEntries(events: readonly Event[], names: ReadonlyMap<string, string>): HistoryEntry[] {
  return events.map(({ id, type, at, by, change }) => ({
    eventId: id,
    type,
    at,
    by: { kind: by.kind, name: names.get(by.id) ?? '', isOnBehalf: by.kind === 'staff' },
    change,
  }))
}
