import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { orderPatterns } from './access-patterns.ts'

const cycleUseKind = itemKind(
  'cu',
  1,
  z.object({
    v: z.number().int(),
    /** Running number of the effective order, where one is all there may be. */
    r: z.number().int().optional(),
    /** Version and total of that order, so that its page need not read it. */
    e: z.tuple([z.number().int(), z.number().int()]).optional(),
    /** Used of each product, by bare id. */
    u: z.record(z.string(), z.number().int()),
    /** The customer's cycle is closed: nothing is placed or changed in it any more. */
    cl: z.boolean().optional(),
    /** Marks of where its members ordered from, until the closed cycle has been looked over. */
    d: z.array(z.string()).optional(),
  }),
)
/** What a customer has used of a cycle. Every placing conditions its version, so closing it is an exact fence. */
export type CycleUse = ReturnType<(typeof cycleUseKind)['read']>

export function cycleUseKey(customerId: CustomerId, cycleId: CycleId): Key {
  return keyOf(orderPatterns.cycleUse, { customerId: bareId(customerId), cycle: bareId(cycleId) })
}

export function readCycleUse(item: Item | undefined): CycleUse | undefined {
  return cycleUseKind.readMaybe(item)
}

/** Puts what is used now in place of `before`, unless someone else has changed it since. */
export function cycleUseWrite(
  customerId: CustomerId,
  cycleId: CycleId,
  use: Omit<CycleUse, 'v'>,
  before: CycleUse | undefined,
): Write {
  return {
    put: { ...cycleUseKind.write({ ...use, v: (before?.v ?? 0) + 1 }), ...cycleUseKey(customerId, cycleId) },
    when: before ? { equals: { v: before.v } } : { absent: true },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

/** Takes the marks of where orders came from away. */
export function devicesRemoval(customerId: CustomerId, cycleId: CycleId): Write {
  return { update: cycleUseKey(customerId, cycleId), change: { remove: ['d'] }, when: { present: true } }
}
