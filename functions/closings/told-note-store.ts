import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { closingPatterns } from './access-patterns.ts'

const noteKind = itemKind(
  'nt',
  1,
  z.object({ at: z.string(), by: z.string().optional(), run: z.string().optional() }),
)

/** Where it is noted that a customer was told something about a cycle. */
export function noteKey(customerId: CustomerId, cycleId: CycleId, what: string): Key {
  return keyOf(closingPatterns.note, { customerId: bareId(customerId), cycle: bareId(cycleId), what })
}

/** What was noted: when it was told, at whose wish, and by which run. */
export type Note = ReturnType<(typeof noteKind)['read']>

/** Notes that a customer was told something about a cycle; refused when it was already. */
export function noteWrite(customerId: CustomerId, cycleId: CycleId, what: string, note: Note): Write {
  return {
    put: { ...noteKind.write(note), ...noteKey(customerId, cycleId, what) },
    when: { absent: true },
  }
}

export function readNote(item: Item | undefined): Note | undefined {
  return noteKind.readMaybe(item)
}
