// Puts in a job of the product itself that is to be there once, whoever asks and however often.
import { unlessMeanwhile } from '../storage/try-again.ts'
import type { World } from '../world.ts'
import { type Job, newJobWrite } from './job-store.ts'

type OwnJob = Pick<Job, 'jobId' | 'kind' | 'family' | 'input' | 'asked'> & { by: string }

/** Begins a job unless one of its id is there; `by` names the part of the product that wants it. */
export async function startOnce(world: World, { by, ...asked }: OwnJob): Promise<void> {
  const job = newJobWrite({
    ...asked,
    by: { kind: 'system', id: by },
    state: 'running',
    startedAt: world.clock.now(),
    done: 0,
    total: 0,
    verdicts: {},
    tries: 0,
  })
  await unlessMeanwhile(() => world.table.commit([job]))
}
