import { type Instant, millisecondsOf } from '#shared/time'

/** A fence whose maker died falls by itself; whoever holds one goes on or gives up long before. */
const FENCE_MILLISECONDS = 600_000
/** Clocks of servers differ: a fence is not leaned on when it is about to fall. */
const MARGIN_MILLISECONDS = 300_000

/** Until when, in epoch milliseconds, a fence stands that is put up now. */
export function fencedUntil(now: Instant): number {
  return millisecondsOf(now) + FENCE_MILLISECONDS
}

/** Until when at least a fence must stand for its maker to go through with what it fenced. */
export function neededUntil(now: Instant): number {
  return millisecondsOf(now) + MARGIN_MILLISECONDS
}
