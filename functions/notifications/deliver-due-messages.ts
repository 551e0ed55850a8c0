import type { World } from '#platform/world'
import { addSeconds } from '#shared/time'
import { HOLD_SECONDS } from './delivery-rules.ts'
import { digestWithin } from './digest-store.ts'
import { dueKeys, takeDue } from './due-store.ts'
import { messageWithin } from './message-store.ts'
import { sendDigest } from './send-digest.ts'
import { sendMessage } from './send-message.ts'

/** Of each shard; so many are under way at once that mail server and gateway bear it. */
const BATCH = 5
const MOST_ROUNDS = 200

/** Sends everything that is due: what quiet hours held back, summaries, and what failed before; answers how many. */
export async function deliverDueMessages(world: World): Promise<number> {
  let count = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const due = await dueKeys(world.table, world.clock.now(), BATCH)
    const taken = await Promise.all(due.map((place) => deliverOne(world, place)))
    const done = taken.filter(Boolean).length
    count += done
    if (done === 0) break
  }
  return count
}

async function deliverOne(world: World, place: Parameters<typeof takeDue>[1]): Promise<boolean> {
  const item = await takeDue(world.table, place, addSeconds(world.clock.now(), HOLD_SECONDS))
  const [message, digest] = [messageWithin(item), digestWithin(item)]
  if (message) await sendMessage(world, message)
  if (digest) await sendDigest(world, digest)
  return item !== undefined
}
