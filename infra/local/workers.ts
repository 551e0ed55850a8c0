// What Lambda's stream and schedule start in the cloud, as loops in this process; several processes may run them at once.
import { deliverDue, runLong, runMoments, startUpkeepOf } from '../../functions/entry/schedule.ts'
import type { World } from '../../functions/platform/world.ts'

const REST_MILLISECONDS = 250

/** Starts the loops; `stop` waits for what is under way. */
export function startWorkers(world: World): { stop(): Promise<void> } {
  let isOver = false
  const loop = async (name: string, work: (world: World) => Promise<number>) => {
    while (!isOver) {
      const done = await work({ ...world, table: world.table.metered() }).catch((error: unknown) => {
        if (!isOver) world.log.warn('worker failed', { name, error: String(error) })
        return 0
      })
      if (done === 0) await rest()
    }
  }
  const jobs = async (metered: World) => {
    await startUpkeepOf(metered)
    return runLong(metered)
  }
  const loops = [loop('events', deliverDue), loop('moments', runMoments), loop('jobs', jobs)]
  return {
    stop: async () => {
      isOver = true
      await Promise.race([Promise.all(loops), rest(20)])
    },
  }
}

function rest(times = 1): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS * times).unref())
}
