// The minute on Lambda.
import { startWorld } from '#platform/start-world'
import { runMinute } from './schedule.ts'

const world = startWorld(process.env)

/** Does what is due. Runs may overlap: everything it takes up is held by one of them. */
export async function handler(): Promise<void> {
  await runMinute(world)
}
