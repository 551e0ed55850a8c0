import { storedPeople } from '#identity'
import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { PersonId } from '#shared/ids'
import type { Preferences, SavePreferences } from '#shared/notifications'
import { type Reached, usualWays } from './delivery-rules.ts'
import {
  preferencesKey,
  preferencesWrite,
  type StoredPreferences,
  storedPreferences,
} from './preference-store.ts'
import { reachOf } from './tell-people.ts'

/** How I want to be told; at version 0 what holds as long as nothing was chosen. */
export async function showPreferences(world: World, personId: PersonId): Promise<Preferences> {
  const [people, [stored]] = await Promise.all([
    storedPeople(world.table, [personId]),
    storedPreferences(world.table, [personId]),
  ])
  const reached = reachOf(people.get(personId) ?? {})
  return { ...(stored ?? usualPreferences(reached)), ...reached }
}

/** Puts what I chose in place of the version that it was made from. */
export async function savePreferences(
  world: World,
  actor: Actor,
  { personId, baseVersion, ...chosen }: SavePreferences & { personId: PersonId; baseVersion: number },
): Promise<Preferences> {
  const [stored] = await storedPreferences(world.table, [personId])
  const version = stored?.version ?? 0
  refuseOtherVersion(version, baseVersion)
  const { version: _, ...before } = stored ?? { version: 0 }
  const plan = planChange<object>(world, {
    type: 'message_preferences.saved',
    subject: preferencesKey(personId),
    about: { personId },
    before: stored && before,
    after: chosen,
    version,
    writes: (next) => [preferencesWrite(personId, { ...chosen, version: next })],
  })
  await plan.commit(actor)
  return showPreferences(world, personId)
}

function usualPreferences(reached: Reached): StoredPreferences {
  const ways = usualWays(reached)
  return {
    version: 0,
    kinds: {
      'order-reminders': ways,
      'order-news': ways,
      'account-changes': ways,
      'calendar-changes': ways,
    },
  }
}
