import type { Instant } from './time.ts'

/** What a change did to each field it touched; null where a field was not there. */
export type FieldChanges = Record<string, { from: unknown; to: unknown }>

/** One thing that happened to a record: what history shows of it. */
export type HistoryEntry = {
  eventId: string
  type: string
  at: string
  by: { kind: string; name: string; isOnBehalf: boolean }
  /** The file that brought the change in; its id for those who may open it. */
  via?: { importId?: string | undefined; fileName: string } | undefined
  change: Record<string, unknown>
}

/** True for the part of a change that says from what to what; other parts are facts, such as the reason. */
export function isFieldChange(part: unknown): part is { from: unknown; to: unknown } {
  return typeof part === 'object' && part !== null && 'from' in part && 'to' in part
}

type Happened = { at: string; change: Readonly<Record<string, unknown>> }

/** The record as it stood at an instant: what is there now with the later changes undone, the last first; undefined
 * when there was none yet. Changes are put in order by the version each led to, for clocks of writers differ.
 * @example recordAsOf({ grade: 19 }, [{ at: '2026-11-02T…Z', change: { grade: { from: 18, to: 19 } } }], '2026-11-01T…Z') */
export function recordAsOf(
  current: Readonly<Record<string, unknown>>,
  events: readonly Happened[],
  instant: Instant,
): Record<string, unknown> | undefined {
  const inOrder = [...events].sort((left, right) => versionAfter(left) - versionAfter(right))
  const record: Record<string, unknown> = { ...current }
  while (inOrder.some(({ at }) => at > instant)) {
    const last = inOrder.pop()
    for (const [field, part] of Object.entries(last?.change ?? {})) {
      if (!isFieldChange(part)) continue
      if (part.from === null || part.from === undefined) delete record[field]
      else record[field] = part.from
    }
    if (inOrder.length === 0) return undefined
  }
  return record
}

function versionAfter({ change }: Happened): number {
  return isFieldChange(change.version) ? Number(change.version.to) : 0
}
