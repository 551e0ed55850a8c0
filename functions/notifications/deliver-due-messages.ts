import { eachByItself, type Outcome, unlessUndone } from '#platform/by-itself'
import type { World } from '#platform/world'
import { addSeconds } from '#shared/time'
import { HOLD_SECONDS } from './delivery-rules.ts'
import { digestWithin } from './digest-store.ts'
import { type Due, dueKeys, takeDue } from './due-store.ts'
import { messageWithin } from './message-store.ts'
import { sendDigest } from './send-digest.ts'
import { sendMessage } from './send-message.ts'

/** Of each shard; so many are under way at once that mail server and gateway bear it. */
const BATCH = 5
const MOST_ROUNDS = 200

/** Sends everything that is due, each whatever becomes of the others: what quiet hours held back, summaries, and what
 * failed before; answers how many. Throws `LeftUndone` at the end when one could not be worked on. */
export async function deliverDueMessages(world: World): Promise<number> {
  const outcome = { done: 0, failed: 0 }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { done, failed } = await deliverRound(world)
    outcome.done += done
    outcome.failed += failed
    if (done === 0) break
  }
  return unlessUndone(outcome)
}

async function deliverRound(world: World): Promise<Outcome> {
  const due = await dueKeys(world.table, world.clock.now(), BATCH)
  const named = ({ key }: Due) => key
  return eachByItself(world, due, { named, most: due.length }, async (place) => {
    const item = await takeDue(world.table, place, addSeconds(world.clock.now(), HOLD_SECONDS))
    const [message, digest] = [messageWithin(item), digestWithin(item)]
    if (message) await sendMessage(world, message)
    if (digest) await sendDigest(world, digest)
    return item ? 1 : 0
  })
}
