import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { StandingDraft } from '#shared/drafts'
import { bareId, type CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { draftPatterns } from './access-patterns.ts'

const standingKind = itemKind(
  'sd',
  1,
  z.object({ isOn: z.boolean(), leavesOut: z.boolean(), version: z.number().int(), changedAt: z.string() }),
)

export function standingDraftKey(customerId: CustomerId): Key {
  return keyOf(draftPatterns.standingDraft, { customerId: bareId(customerId) })
}

/** The choice within an item; off, and leaving out what is refused, while nobody has chosen. */
export function readStandingDraft(customerId: CustomerId, item: Item | undefined): StandingDraft {
  const unset = { isOn: false, leavesOut: true, version: 0 }
  return { customerId, ...(standingKind.readMaybe(item) ?? unset) }
}

/** Puts a choice in place of the version before. */
export function standingDraftWrite(draft: StandingDraft & { changedAt: string }): Write {
  const { customerId, ...stored } = draft
  return {
    put: { ...standingKind.write(stored), ...standingDraftKey(customerId) },
    when: draft.version === 1 ? { absent: true } : { equals: { version: draft.version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', {
        current: standingKind.readMaybe(current)?.version ?? 0,
      }),
  }
}
