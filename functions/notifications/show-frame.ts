import type { Actor } from '#platform/actor'
import { planChange } from '#platform/audit/plan-change'
import { saveOne } from '#platform/audit/save-many'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { MyFrame } from '#shared/notifications'
import type { Reader } from './list-messages.ts'
import { unreadIds } from './message-store.ts'
import { largeKey, largeModeWrite, storedLargeMode } from './preference-store.ts'

const MOST_COUNTED = 100

/** What the frame of every page shows of me: how much is unread (counted to a hundred), and how large I read. */
export async function showFrame(world: World, reader: Reader): Promise<MyFrame> {
  const [ids, large] = await Promise.all([
    unreadIds(world.table, reader, MOST_COUNTED),
    storedLargeMode(world.table, reader.personId),
  ])
  return { unread: ids.length, isLarge: large?.isOn }
}

/** Remembers how large a person reads; the last of two devices counts. */
export async function saveLargeMode(
  world: World,
  actor: Actor,
  { personId, isOn }: { personId: PersonId; isOn: boolean },
): Promise<void> {
  await saveOne(actor, async () => {
    const stored = await storedLargeMode(world.table, personId, { isStrong: true })
    return planChange(world, {
      type: 'large_mode.saved',
      subject: largeKey(personId),
      about: { personId },
      before: stored && { isOn: stored.isOn },
      after: { isOn },
      version: stored?.version ?? 0,
      writes: (version) => [largeModeWrite(personId, isOn, version)],
    })
  })
}
