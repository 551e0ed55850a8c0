// Work that each table gets once, whenever it was made: what is stored is brought up to what the product knows today.
import { derivedId } from '../new-id.ts'
import type { World } from '../world.ts'
import { startOnce } from './start-once.ts'

/** Puts each job in once for each edition of it, for whoever runs jobs; asking again changes nothing. */
export async function startUpkeep(world: World, editions: Readonly<Record<string, string>>): Promise<void> {
  for (const [kind, edition] of Object.entries(editions)) {
    const jobId = derivedId('job', 'upkeep', kind, edition)
    await startOnce(world, {
      jobId,
      kind,
      family: 'upkeep',
      input: { edition },
      asked: edition,
      by: 'upkeep',
    })
  }
}
