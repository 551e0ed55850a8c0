import { keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { StoredThresholds } from '#shared/oddities'
import { Problem } from '#shared/problems'
import { oddityPatterns } from './access-patterns.ts'

const thresholdKind = itemKind('oddity-thresholds', 1, StoredThresholds)

export const thresholdsKey = keyOf(oddityPatterns.thresholds, {})

export async function storedThresholds(table: Table): Promise<StoredThresholds | undefined> {
  return thresholdKind.readMaybe(await table.get(thresholdsKey, { isStrong: true }))
}

/** Puts thresholds in place of the version before. */
export function thresholdsWrite(thresholds: StoredThresholds): Write {
  const { version } = thresholds
  return {
    put: { ...thresholdKind.write(thresholds), ...thresholdsKey },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}
