// A change worked out before it is made: what it would be called, which fields it touches, and how to commit it.
import { isDeepStrictEqual } from 'node:util'
import type { FieldChanges } from '#shared/history'
import type { Actor } from '../actor.ts'
import type { Write } from '../storage/write.ts'
import type { World } from '../world.ts'
import { type ChangeRecord, commitChange } from './record-change.ts'

/** What saving would do. `commit` makes the change with its event, and does nothing when nothing changes; the writes
 * carry their own conditions, so a plan that has become old is refused. `version` is what the object then has. */
export type PlannedChange = {
  verdict: 'new' | 'changed' | 'unchanged'
  change: FieldChanges
  version: number
  commit(actor: Actor): Promise<void>
}

type Planned<Fields extends object> = Omit<ChangeRecord, 'change'> & {
  before: Fields | undefined
  after: Fields
  /** Version of the object before; 0 when it is new. */
  version: number
  /** What to commit; asked only when there is something to change. */
  writes(version: number): readonly Write[]
}

/** Plans to put `after` where `before` is. `before` and `after` hold what history shows: no version, no index keys. */
export function planChange<Fields extends object>(
  world: World,
  { before, after, writes, version, ...record }: Planned<Fields>,
): PlannedChange {
  const change = fieldChanges(before, after)
  if (before && Object.keys(change).length === 0) {
    return { verdict: 'unchanged', change, version, commit: async () => undefined }
  }
  const next = version + 1
  return {
    verdict: before ? 'changed' : 'new',
    change,
    version: next,
    commit: (actor) => commitChange(world, actor, { ...record, change }, writes(next)),
  }
}

/** Every field that differs, from what to what; a field that is not there counts as null. */
export function fieldChanges(before: object | undefined, after: object): FieldChanges {
  const old = new Map<string, unknown>(Object.entries(before ?? {}))
  const now = new Map<string, unknown>(Object.entries(after))
  const changes: FieldChanges = {}
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(field) ?? null, now.get(field) ?? null]
    if (!isDeepStrictEqual(from, to)) changes[field] = { from, to }
  }
  return changes
}
