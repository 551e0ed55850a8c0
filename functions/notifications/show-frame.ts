import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { MyFrame } from '#shared/notifications'
import type { Reader } from './list-messages.ts'
import { unreadIds } from './message-store.ts'
import { keepLargeMode, storedLargeMode } from './preference-store.ts'

const MOST_COUNTED = 100

/** What the frame of every page shows of me: how much is unread (counted to a hundred), and how large I read. */
export async function showFrame(world: World, reader: Reader): Promise<MyFrame> {
  const [ids, isLarge] = await Promise.all([
    unreadIds(world.table, reader, MOST_COUNTED),
    storedLargeMode(world.table, reader.personId),
  ])
  return { unread: ids.length, isLarge }
}

/** Remembers how large a person reads. */
export function saveLargeMode(world: World, personId: PersonId, isOn: boolean): Promise<void> {
  return keepLargeMode(world.table, personId, isOn)
}
