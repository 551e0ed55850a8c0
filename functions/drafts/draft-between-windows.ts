import { cycleBefore } from '#calendar'
import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import { mayOrderAs, type Obliged } from '#shared/obligations'
import { readStandingDraft, standingDraftKey } from './standing-draft-store.ts'
import { unspentDraft } from './unspent-draft.ts'

/** What waits for the next window: how many lines, and since which cut-off, when it missed one. */
export type WaitingDraft = { lines: number; missedAt?: string }

/** The draft that a shop has while no window of its batch is open; undefined when there is none, or one is open. */
export async function draftBetweenWindows(
  world: World,
  obliged: Obliged,
  { batch, window }: { batch: string; window: CycleView | undefined },
): Promise<WaitingDraft | undefined> {
  if (window?.isOpen || !mayOrderAs(obliged)) return undefined
  const { customerId } = obliged
  const found = await unspentDraft(world, customerId)
  if (!found) return undefined
  const { lines, changedAt = '' } = found.draft
  const before = await cycleBefore(world, batch)
  const isMissed = before !== undefined && changedAt < before.closesAt
  const waits = { lines: lines.length }
  if (!isMissed || before.phase === 'closed')
    return { ...waits, ...(isMissed && { missedAt: before.closesAt }) }
  // While the closing runs, a standing draft is still to be placed.
  const standing = readStandingDraft(customerId, await world.table.get(standingDraftKey(customerId)))
  return standing.isOn ? undefined : { ...waits, missedAt: before.closesAt }
}
