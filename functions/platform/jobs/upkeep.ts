// Work that each table gets once, whenever it was made: what is stored is brought up to what the product knows today.
import { derivedId } from '../new-id.ts'
import { Refused } from '../storage/write.ts'
import type { World } from '../world.ts'
import { newJobWrite } from './job-store.ts'

/** Puts each job in once for each edition of it, for whoever runs jobs; asking again changes nothing. */
export async function startUpkeep(world: World, editions: Readonly<Record<string, string>>): Promise<void> {
  for (const [kind, edition] of Object.entries(editions)) {
    const job = newJobWrite({
      jobId: derivedId('job', 'upkeep', kind, edition),
      kind,
      family: 'upkeep',
      input: { edition },
      asked: edition,
      by: { kind: 'system', id: 'upkeep' },
      state: 'running',
      startedAt: world.clock.now(),
      done: 0,
      total: 0,
      verdicts: {},
      tries: 0,
    })
    try {
      await world.table.commit([job])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  }
}
