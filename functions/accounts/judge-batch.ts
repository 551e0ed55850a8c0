import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { millisecondsOf } from '#shared/time'
import { batchesNamed, isOpenBatch } from './batch-rules.ts'
import { type Batches, batchesCheck, storedBatches } from './batch-store.ts'

/** Judges into which batch a customer comes, by the order plan of one moment; answers what holds the change to it. */
export type JudgeBatch = (batch: string) => readonly Write[]

/** Reads the batches of the order plan to judge by; the answer throws `accounts.batch_unknown`. */
export async function batchJudge(world: World): Promise<JudgeBatch> {
  const known = await storedBatches(world.table)
  return (batch) => {
    refuseBatch(known, batch, millisecondsOf(world.clock.now()))
    return [batchesCheck(known)]
  }
}

function refuseBatch(known: Batches | undefined, batch: string, now: number): void {
  if (!known || isOpenBatch(known, batch, now)) return
  const [code, facts] = ['accounts.batch_unknown', { batch, known: batchesNamed(known) }] as const
  throw new Problem(code, facts, [{ path: 'batch', code, facts }])
}
