// Puts a new job in, once however often it is asked with the same key.
import type { JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { type Actor, markOf } from '../actor.ts'
import { recordChange } from '../audit/record-change.ts'
import type { Once } from '../once.ts'
import { Refused } from '../storage/write.ts'
import type { World } from '../world.ts'
import { type Job, jobKey, newJob, newJobWrite, storedJob } from './job-store.ts'

export type NewJob = Pick<Job, 'kind' | 'family' | 'input'> & { jobId: JobId; began: `${string}.${string}` }

/** The job of this key, waiting until it is made runnable; throws `request.key_reused` when the key was used for
 * something else. `began` is the type of its event. */
export async function beginJob(world: World, actor: Actor, asked: NewJob, once: Once): Promise<Job> {
  const { began, ...named } = asked
  const { jobId, kind, input } = named
  const whole = { ...named, asked: once.fingerprint, by: markOf(actor) }
  const job = newJob(whole, world.clock.now(), 'waiting')
  const record = { type: began, subject: jobKey(jobId), about: { jobId }, change: { kind, ...input } }
  const event = recordChange(world, actor, record)
  try {
    await world.table.commit([newJobWrite(job), event], event)
    return job
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const stored = await storedJob(world.table, jobId)
  if (stored?.asked !== once.fingerprint) throw new Problem('request.key_reused')
  return stored
}
