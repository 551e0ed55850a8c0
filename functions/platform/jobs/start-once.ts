// Puts in a job of the product itself that is to be there once, whoever asks and however often.
import { unlessMeanwhile } from '../storage/try-again.ts'
import type { World } from '../world.ts'
import { type Job, newJob, newJobWrite } from './job-store.ts'

type OwnJob = Pick<Job, 'jobId' | 'kind' | 'family' | 'input' | 'asked'> & { by: string }

/** Begins a job unless one of its id is there; `by` names the part of the product that wants it. */
export async function startOnce(world: World, { by, ...asked }: OwnJob): Promise<void> {
  const job = newJob({ ...asked, by: { kind: 'system', id: by } }, world.clock.now())
  await unlessMeanwhile(() => world.table.commit([newJobWrite(job)]))
}
