import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { SpendingLimit } from '#shared/spending'
import { approvalModes } from '#shared/spending-periods'
import { orderPatterns } from './access-patterns.ts'

const settingsKind = itemKind(
  'buyer-settings',
  1,
  z.object({
    version: z.number().int(),
    approval: z.enum(approvalModes),
    /** By bare person id. */
    limits: z.record(z.string(), SpendingLimit),
  }),
)
/** What an owner has settled for the buyers of the shop. */
export type StoredSettings = ReturnType<(typeof settingsKind)['read']>

const unset: StoredSettings = { version: 0, approval: 'above-limit', limits: {} }

export function buyerSettingsKey(customerId: CustomerId): Key {
  return keyOf(orderPatterns.buyerSettings, { customerId: bareId(customerId) })
}

/** What holds for buyers; as long as nothing was settled, the owner looks at what is above a limit. */
export function readBuyerSettings(item: Item | undefined): StoredSettings {
  return settingsKind.readMaybe(item) ?? unset
}

export async function storedBuyerSettings(table: Table, customerId: CustomerId): Promise<StoredSettings> {
  return readBuyerSettings(await table.get(buyerSettingsKey(customerId), { isStrong: true }))
}

export function buyerSettingsWrite(customerId: CustomerId, settings: StoredSettings): Write {
  const { version } = settings
  return {
    put: { ...settingsKind.write(settings), ...buyerSettingsKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: readBuyerSettings(current).version }),
  }
}
