import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { TextField } from '#shared/accounts'
import { Problem } from '#shared/problems'
import { accountPatterns } from './access-patterns.ts'

const Batch = z.object({ batch: z.string(), name: TextField })
const batchesKind = itemKind(
  'batches',
  1,
  z.object({
    batches: z.array(Batch),
    /** Until when, in epoch milliseconds, no customer may come into those that are about to be removed. */
    leaving: z.record(z.string(), z.number()).optional(),
    version: z.number().int(),
  }),
)
/** The batches that customers may belong to, as the order plan has them. */
export type Batches = ReturnType<(typeof batchesKind)['read']>

const batchesKey: Key = keyOf(accountPatterns.batches, {})

/** The batches as they truly stand; undefined while the company has no order plan, and then any batch will do. */
export async function storedBatches(table: Table): Promise<Batches | undefined> {
  return batchesKind.readMaybe(await table.get(batchesKey, { isStrong: true }))
}

/** Puts the batches in place of those that were read; throws `request.changed_meanwhile`. */
export function batchesWrite(
  { batches, leaving }: Pick<Batches, 'batches' | 'leaving'>,
  before: Batches | undefined,
): Write {
  const kept = batches.map(({ batch, name }) => ({ batch, name }))
  const version = (before?.version ?? 0) + 1
  return {
    put: { ...batchesKind.write({ batches: kept, leaving, version }), ...batchesKey },
    when: unchangedSince(before),
    onRefused: (current: Item | undefined) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

/** Holds a customer's change of batch to the batches that it was judged by. */
export function batchesCheck(seen: Batches | undefined): Write {
  return {
    check: batchesKey,
    when: unchangedSince(seen),
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

function unchangedSince(before: Batches | undefined) {
  return before ? { equals: { version: before.version } } : ({ absent: true } as const)
}
