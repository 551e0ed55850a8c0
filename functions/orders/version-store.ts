import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { PersonIdField } from '#shared/identity'
import { bareId, type CustomerId } from '#shared/ids'
import { orderPatterns } from './access-patterns.ts'
import { Head } from './head-store.ts'

/** A line: bare product id, quantity, wanted, price, tax rate in basis points, and its limit where there was one. */
const StoredLine = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()], z.number())
export type StoredLine = z.infer<typeof StoredLine>

const versionKind = itemKind(
  'ov',
  1,
  z.object({
    /** The head as this version left it. */
    h: Head,
    l: z.array(StoredLine),
    /** The prices of the lines are without tax. */
    nt: z.literal(true).optional(),
    /** Fingerprint of the request that made it. */
    fp: z.string(),
    /** The draft it spent. */
    b: z.number().int().optional(),
    /** What it was judged by: version of the published catalogue, and of the limits. */
    rv: z.tuple([z.number().int(), z.number().int()]),
    /** The customer's grade by which its limits were chosen. */
    g: z.number().int().optional(),
    /** What the customer wrote beside the order, and beside its lines by bare product id. */
    no: z.string().optional(),
    ln: z.record(z.string(), z.string()).optional(),
    /** Where it goes, as it was then: id and text of the address. */
    ad: z.tuple([z.string(), z.string()]).optional(),
    /** The buyer who prepared it, where the owner approved it. */
    pb: PersonIdField.optional(),
    /** Why staff corrected it, and which rules they set aside for which product (bare id, or none). */
    cr: z.object({ why: z.string(), over: z.array(z.tuple([z.string(), z.string()])) }).optional(),
  }),
)
/** One immutable version of an order with its lines. */
export type Version = ReturnType<(typeof versionKind)['read']>

/** The key part that always belongs to an idempotency key. */
export function oncePart(idempotencyKey: string): string {
  return derivedCharacters('once', idempotencyKey)
}

export function firstVersionKey(customerId: CustomerId, once: string): Key {
  return keyOf(orderPatterns.firstVersion, { customerId: bareId(customerId), once })
}

/** The key of the version that a head names. */
export function versionKey(customerId: CustomerId, head: Pick<Head, 'r' | 'v' | 'f'>): Key {
  if (head.v === 1) return firstVersionKey(customerId, head.f)
  const running = String(head.r).padStart(8, '0')
  return keyOf(orderPatterns.version, {
    customerId: bareId(customerId),
    running,
    version: String(head.v).padStart(5, '0'),
  })
}

export function readVersion(item: Item | undefined): Version | undefined {
  return versionKind.readMaybe(item)
}

/** Puts a version where none is. For version 1 this is the proof of once. */
export function versionWrite(customerId: CustomerId, version: Version): Write {
  return {
    put: { ...versionKind.write(version), ...versionKey(customerId, version.h) },
    when: { absent: true },
  }
}
