import { createHmac } from 'node:crypto'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'

const TAG_CHARACTERS = 8
/** So many places that one shop ordered from in one cycle are kept. */
const MOST_TAGS = 4

/** A mark of the network address that a member orders from: keyed, one-way, and another one in each cycle, so that it tells
 * no more than which shops of one cycle share one. Staff, jobs and addresses that say nothing leave none. */
export function deviceTag(world: World, actor: Actor, cycleId: CycleId): string | undefined {
  if (actor.kind !== 'member' || actor.address === undefined) return undefined
  return createHmac('sha256', world.config.secret)
    .update(`device ${cycleId} ${actor.address}`)
    .digest('base64url')
    .slice(0, TAG_CHARACTERS)
}

/** The marks of a shop's cycle with one more. */
export function withTag(tags: readonly string[] | undefined, tag: string | undefined): string[] | undefined {
  if (tag === undefined || tags?.includes(tag)) return tags && [...tags]
  return [...(tags ?? []), tag].slice(-MOST_TAGS)
}
