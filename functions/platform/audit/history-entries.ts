// What happened to an object, as history shows it: every room tells it in the same words.
import type { HistoryEntry } from '#shared/history'
import type { Event } from '../events/event-store.ts'

/** Whose names history needs: those who did it, and for whom a job did it in older events. */
export function doersOf(events: readonly Event[]): string[] {
  return events.map((event) => doerOf(event).id)
}

/** Events as entries, with the names of who did it; an id whose person is unknown or erased has no name. What a file did
 * is told with the file's name where `files` knows it. */
export function historyEntries(
  events: readonly Event[],
  names: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): HistoryEntry[] {
  return events.map((event) => {
    const { id, type, at, change, via } = event
    const by = doerOf(event)
    const fileName = files.get(via ?? '')
    return {
      eventId: id,
      type,
      at,
      by: { kind: by.kind, name: names.get(by.id) ?? '', isOnBehalf: by.kind === 'staff' },
      ...(via !== undefined && fileName !== undefined && { via: { importId: via, fileName } }),
      change,
    }
  })
}

// Events of jobs from before these left their person's mark name the person within the name of the job.
function doerOf({ by }: Event): Event['by'] {
  const personId = by.kind === 'system' ? / for (per_\w+)$/.exec(by.id)?.[1] : undefined
  return personId ? { kind: 'staff', id: personId } : by
}
