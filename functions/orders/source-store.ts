import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { Problem } from '#shared/problems'
import { orderPatterns } from './access-patterns.ts'

const sourceKind = itemKind(
  'os',
  1,
  z.object({
    customerId: CustomerIdField,
    running: z.number().int(),
    /** Fingerprint of what the document says. */
    content: z.string(),
  }),
)
/** The order that a document of another system became: the proof of once, whoever the document names. */
export type Source = ReturnType<(typeof sourceKind)['read']>

export function sourceKey(source: string): Key {
  return keyOf(orderPatterns.source, { source: derivedCharacters('source', source) })
}

export function readSource(item: Item | undefined): Source | undefined {
  return sourceKind.readMaybe(item)
}

export function sourceWrite(name: string, source: Source): Write {
  return {
    put: { ...sourceKind.write(source), ...sourceKey(name) },
    when: { absent: true },
    onRefused: () => new Problem('request.changed_meanwhile', { current: 1 }),
  }
}
