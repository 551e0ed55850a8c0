import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import type { SettleFailed } from '#shared/notifications'
import type { UnitPath } from '#shared/unit-path'
import { messagesWithin } from './list-sent.ts'
import { isTaken, type Message, messageKey, sentAgainWrite, setAsideNoMoreWrite } from './message-store.ts'

const AT_ONCE = 8

/** Has messages that could not be sent tried anew on the ways that were given up, or left as they are and listed no more.
 * One that lies in other units, or that no longer waits for anybody, stays as it is. Answers how many were settled. */
export async function settleFailed(
  world: World,
  { action, messages, subtrees }: SettleFailed & { subtrees: readonly UnitPath[] },
): Promise<number> {
  const ours = await messagesWithin(world, messages.map(messageKey), subtrees)
  let settled = 0
  await sideBySide(ours, AT_ONCE, async (message) => {
    if (await settle(world, message, action)) settled += 1
  })
  return settled
}

// One that someone else settled, or that was not given up, is refused.
function settle(world: World, message: Message, action: SettleFailed['action']): Promise<boolean> {
  const again = action === 'send-again'
  const write = again ? sentAgainWrite(message, world.clock.now()) : setAsideNoMoreWrite(message)
  return isTaken(world.table, write)
}
