// A change worked out before it is made: what it would be called, which fields it touches, and how to commit it.
import { isDeepStrictEqual } from 'node:util'
import type { FieldChanges } from '#shared/history'
import { Problem } from '#shared/problems'
import type { Actor } from '../actor.ts'
import type { Write } from '../storage/write.ts'
import type { World } from '../world.ts'
import { type ChangeRecord, recordChange } from './record-change.ts'

/** What saving would do. `commit` makes the change with its event, and does nothing when nothing changes; the writes
 * carry their own conditions, so a plan that has become old is refused. `version` is what the object then has.
 * `writes` hands the same writes to another room's transaction, the event last; none when nothing changes. */
export type PlannedChange = {
  verdict: 'new' | 'changed' | 'unchanged'
  change: FieldChanges
  version: number
  commit(actor: Actor): Promise<void>
  writes(actor: Actor): readonly Write[]
}

type Planned<Fields extends object> = Omit<ChangeRecord, 'change'> & {
  before: Fields | undefined
  after: Fields
  /** Version of the object before; 0 when it is new. */
  version: number
  /** What the event says beside the fields, as the reason. */
  facts?: Readonly<Record<string, unknown>>
  /** What to commit; asked only when there is something to change. */
  writes(version: number): readonly Write[]
}

/** Plans to put `after` where `before` is. `before` and `after` hold what history shows: no version, no index keys.
 * The event also says from which version to which, so that history can be read whatever the clocks of writers say. */
export function planChange<Fields extends object>(
  world: World,
  { before, after, writes, version, facts, ...record }: Planned<Fields>,
): PlannedChange {
  const change = fieldChanges(before, after)
  if (before && Object.keys(change).length === 0) {
    return { verdict: 'unchanged', change, version, commit: async () => undefined, writes: () => [] }
  }
  const next = version + 1
  const told = { ...change, ...facts, version: { from: version, to: next } }
  const allWrites = (actor: Actor) => {
    const event = recordChange(world, actor, { ...record, change: told })
    return { all: [...writes(next), event], event }
  }
  return {
    verdict: before ? 'changed' : 'new',
    change,
    version: next,
    writes: (actor) => allWrites(actor).all,
    commit: async (actor) => {
      const { all, event } = allWrites(actor)
      await world.table.commit(all, event)
    },
  }
}

/** Throws `request.changed_meanwhile` unless an object still has the version that a change was made from; a change that
 * names none is made whatever the version. A new object has version 0. */
export function refuseOtherVersion(current: number, baseVersion: number | undefined): void {
  if (baseVersion !== undefined && baseVersion !== current)
    throw new Problem('request.changed_meanwhile', { current })
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
