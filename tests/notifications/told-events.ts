import type { Event } from '#platform/events/event-store'
import { derivedCharacters } from '#platform/new-id'
import type { World } from '#platform/world'
import { type CustomerId, idOf, type PersonId } from '#shared/ids'
import type { SavePreferences } from '#shared/notifications'
import { addSeconds } from '#shared/time'
import { reactions } from '../../functions/entry/events.ts'
import { savePreferences } from '../../functions/notifications/save-preferences.ts'

export type Reached = { customerId: CustomerId; personId: PersonId }

const quietWays = { sms: false, mail: false }

/** Preferences of who is told by SMS of changes to the account, and of nothing else, unless told otherwise. */
export function wishes(
  kinds: Partial<SavePreferences['kinds']> = {},
  times: Omit<SavePreferences, 'kinds'> = {},
): SavePreferences {
  return {
    kinds: {
      'order-reminders': quietWays,
      'order-news': quietWays,
      'account-changes': { sms: true, mail: false },
      'calendar-changes': quietWays,
      ...kinds,
    },
    ...times,
  }
}

export async function choose(world: World, personId: PersonId, chosen: SavePreferences): Promise<void> {
  const actor = { kind: 'system', name: 'tests' } as const
  await savePreferences(world, actor, { ...chosen, personId, baseVersion: 0 })
}

let count = 0

/** The event of a request that the company refused; each has a moment of its own. */
export function aRefusal(world: World, { customerId, personId }: Reached, reason = '看不清'): Event {
  count += 1
  const order = String(count).padStart(10, '0')
  return {
    id: idOf('event', `${order}${derivedCharacters('told', order)}`),
    type: 'request.refused',
    at: addSeconds(world.clock.now(), count),
    by: { kind: 'system', id: 'tests' },
    about: { customerId, askedBy: personId },
    change: { reason },
  }
}

/** Delivers an event to everyone who reacts to its type. */
export async function tell(world: World, event: Event): Promise<void> {
  for (const react of Object.values(reactions[event.type] ?? {})) await react(world, event)
}
