import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type PersonId } from '#shared/ids'
import { SavePreferences } from '#shared/notifications'
import { Problem } from '#shared/problems'
import { messagePatterns } from './access-patterns.ts'

const preferenceKind = itemKind(
  'message-preferences',
  1,
  SavePreferences.extend({ version: z.number().int() }),
)
/** How a person wants to be told, as they chose it. */
export type StoredPreferences = ReturnType<(typeof preferenceKind)['read']>

const largeKind = itemKind(
  'large-mode',
  1,
  z.object({ isOn: z.boolean(), version: z.number().int().optional() }),
)
export type StoredLargeMode = ReturnType<(typeof largeKind)['read']>

export function preferencesKey(personId: PersonId): Key {
  return keyOf(messagePatterns.preferences, { personId: bareId(personId) })
}

/** What people chose, in the order of their ids; undefined for who never chose. */
export async function storedPreferences(
  table: Table,
  personIds: readonly PersonId[],
): Promise<Array<StoredPreferences | undefined>> {
  const items = await table.getMany(personIds.map(preferencesKey), { isStrong: true })
  return items.map(preferenceKind.readMaybe)
}

export function preferencesWrite(personId: PersonId, preferences: StoredPreferences): Write {
  const { version } = preferences
  return {
    put: { ...preferenceKind.write(preferences), ...preferencesKey(personId) },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: preferenceKind.readMaybe(current)?.version ?? 0 }),
  }
}

/** Whether a person reads in large mode; undefined when they never said. */
export async function storedLargeMode(
  table: Table,
  personId: PersonId,
  options: { isStrong?: boolean } = {},
): Promise<StoredLargeMode | undefined> {
  return largeKind.readMaybe(await table.get(largeKey(personId), options))
}

/** Puts what a person chose in place of the version before. */
export function largeModeWrite(personId: PersonId, isOn: boolean, version: number): Write {
  return {
    put: { ...largeKind.write({ isOn, version }), ...largeKey(personId) },
    when: version === 1 ? { equals: { version: undefined } } : { equals: { version: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

export function largeKey(personId: PersonId): Key {
  return keyOf(messagePatterns.largeMode, { personId: bareId(personId) })
}
