import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { TextField } from '#shared/accounts'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'

const categoryKind = itemKind(
  'category',
  1,
  z.object({
    code: z.string(),
    name: TextField,
    parent: z.string().optional(),
    version: z.number().int(),
  }),
)
/** A category and the one above it. */
export type StoredCategory = ReturnType<(typeof categoryKind)['read']>

export function categoryKey(code: string): Key {
  return keyOf(cataloguePatterns.categories, { category: code })
}

export async function storedCategories(table: Table): Promise<StoredCategory[]> {
  const items = await table.queryAll(cataloguePatterns.categories, {}, { isStrong: true })
  return items.map(categoryKind.read)
}

export function categoryWrite(category: StoredCategory, before: StoredCategory | undefined): Write {
  return {
    put: { ...categoryKind.write(category), ...categoryKey(category.code) },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: categoryKind.readMaybe(current)?.version ?? 0 }),
  }
}
