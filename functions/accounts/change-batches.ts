import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { type Batches, batchesWrite, storedBatches } from './batch-store.ts'
import { fencedUntil } from './fence-rules.ts'

type Named = Batches['batches']

/** The write that makes these the batches which customers may belong to, to be committed with the order plan. */
export async function knownBatchesWrite(world: World, batches: Named): Promise<Write> {
  return batchesWrite({ batches }, await storedBatches(world.table))
}

/** Lets no customer into `leaving` any more, so that their shops can be counted; `batches` are those of the plan. */
export async function fenceBatches(world: World, batches: Named, leaving: readonly string[]): Promise<void> {
  const until = fencedUntil(world.clock.now())
  const fence = Object.fromEntries(leaving.map((batch) => [batch, until]))
  const before = await storedBatches(world.table)
  await world.table.commit([batchesWrite({ batches, leaving: { ...before?.leaving, ...fence } }, before)])
}

/** Takes all fences away again. */
export async function openBatches(world: World, batches: Named): Promise<void> {
  await world.table.commit([await knownBatchesWrite(world, batches)])
}

/** Writes down the batches of an order plan that is older than this record; does nothing where there is one. */
export async function keepBatches(world: World, batches: Named): Promise<void> {
  if (!(await storedBatches(world.table))) await openBatches(world, batches)
}
