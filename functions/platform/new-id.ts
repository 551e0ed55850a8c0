// Makes ids: sortable by time, derived from what they stand for, or secret.
import { createHash, randomBytes } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import { type Id, type IdKind, idOf } from '#shared/ids'
import type { NewId } from './world.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DERIVED_CHARACTERS = 16

/** Ids of one process; `randomness` and `now` are replaced in tests. */
export function createNewId(now: () => number = Date.now): NewId {
  const ulid = monotonicFactory()
  return {
    event: () => idOf('event', ulid(now())),
    job: () => idOf('job', ulid(now())),
    secret: () => randomBytes(32).toString('base64url'),
  }
}

/** The id that always belongs to `parts`: 80 bits of SHA-256, the same on every machine.
 * @example derivedId('customer', '530102-0183') // the same 'cus_…' each time */
export function derivedId<Kind extends IdKind>(kind: Kind, ...parts: string[]): Id<Kind> {
  return idOf(kind, derivedCharacters(kind, ...parts))
}

/** Sixteen characters that always belong to `parts`. */
export function derivedCharacters(...parts: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest()
  return Array.from(bytes.subarray(0, DERIVED_CHARACTERS), (byte) => CROCKFORD.charAt(byte & 31)).join('')
}

/** A short fingerprint of a value, the same for equal JSON whatever the order of its keys. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(value)))
    .digest('base64url')
    .slice(0, 22)
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]),
  )
}
