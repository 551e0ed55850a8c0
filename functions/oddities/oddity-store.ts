import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { Refused, type Write } from '#platform/storage/write'
import { CustomerIdField, UnitPathField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { OddityReview } from '#shared/oddities'
import { oddityKinds } from '#shared/oddity-kinds'
import { OrderIdField } from '#shared/orders'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { oddityPatterns } from './access-patterns.ts'

const order = { orderId: OrderIdField, number: z.string() }
const group = { shops: z.number(), peers: z.array(CustomerIdField) }
const Card = z.object({ kinds: z.array(z.enum(oddityKinds)), state: OddityReview.shape.state.optional() })
const oddityKind = itemKind(
  'oddity',
  1,
  z.object({
    cycleId: CycleIdField,
    customerId: CustomerIdField,
    unitPath: UnitPathField,
    kinds: Card.shape.kinds,
    identical: z.object({ ...group, lines: z.number(), quantity: z.number() }).optional(),
    device: z.object(group).optional(),
    late: z.object({ ...order, secondsBefore: z.number(), from: z.number(), to: z.number() }).optional(),
    swing: z.object({ quantity: z.number(), mean: z.number(), cycles: z.number() }).optional(),
    orders: z.array(z.object({ ...order, total: z.number() })),
    /** What came of a look; `by` is the id of a person. */
    review: OddityReview.optional(),
    version: z.number().int(),
  }),
)
/** A shop that is worth a look in a cycle, and what came of it. */
export type StoredOddity = ReturnType<(typeof oddityKind)['read']>

export function oddityKey(customerId: CustomerId, cycleId: CycleId): Key {
  return keyOf(oddityPatterns.oddity, { customerId: bareId(customerId), cycle: bareId(cycleId) })
}

/** Throws `oddities.oddity_not_found`. */
export async function storedOddity(
  table: Table,
  { customerId, cycleId }: { customerId: CustomerId; cycleId: CycleId },
): Promise<StoredOddity> {
  const item = await table.get(oddityKey(customerId, cycleId), { isStrong: true })
  const oddity = oddityKind.readMaybe(item)
  if (!oddity) throw new Problem('oddities.oddity_not_found')
  return oddity
}

/** Puts an oddity where none is; one that is there stays, with what came of it. */
export async function putOddityOnce(table: Table, oddity: StoredOddity): Promise<void> {
  try {
    await table.commit([{ put: itemOf(oddity), when: { absent: true } }])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** Puts what came of a look in place of the version before. */
export function reviewWrite(oddity: StoredOddity): Write {
  return {
    put: itemOf(oddity),
    when: { equals: { version: oddity.version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

/** An oddity as the index shows it: why, what came of it, and where a list goes on behind it. */
export type OddityPlace = z.infer<typeof Card> & { position: Item }

/** The next oddities of a cycle under a subtree, by unit (the index may lag). */
export async function oddityPlaces(
  table: Table,
  cycleId: CycleId,
  unitPath: UnitPath,
  limit: number,
  after?: Item,
): Promise<{ places: OddityPlace[]; last?: Item }> {
  const parts = { cycle: bareId(cycleId), ...(unitPath && { unitPath: `${unitPath}/` }) }
  const { items, last } = await table.query(oddityPatterns.odditiesOfUnits, parts, { limit, after })
  return { places: items.map(({ card, ...position }) => ({ ...Card.parse(card), position })), last }
}

/** The oddities at these places, whole. */
export async function odditiesAt(table: Table, places: readonly OddityPlace[]): Promise<StoredOddity[]> {
  const keys = places.map(({ position }) => ({ pk: String(position.pk), sk: String(position.sk) }))
  return (await table.getMany(keys)).flatMap((item) => oddityKind.readMaybe(item) ?? [])
}

function itemOf(oddity: StoredOddity): Item & Key {
  const { customerId, cycleId, unitPath, kinds, review } = oddity
  const index = indexKeyOf(oddityPatterns.odditiesOfUnits, {
    cycle: bareId(cycleId),
    unitPath: `${unitPath}/`,
    customerId: bareId(customerId),
  })
  const card = { kinds, ...(review && { state: review.state }) }
  return { ...oddityKind.write(oddity), ...index, card, ...oddityKey(customerId, cycleId) }
}
