import * as z from 'zod'
import { keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { TextField } from '#shared/accounts'
import { CycleIdField } from '#shared/calendar'
import { bareId, type CycleId } from '#shared/ids'
import type { UnitPath } from '#shared/unit-path'
import { oddityPatterns } from './access-patterns.ts'
import type { UnitCount } from './count-rules.ts'

const lookKind = itemKind(
  'oddity-look',
  1,
  z.object({
    cycleId: CycleIdField,
    batch: z.string(),
    name: TextField.optional(),
    orderDay: z.string().optional(),
    closedAt: z.string(),
    /** Shops that ordered in it; looks of before it was counted lack it. */
    ordered: z.number().int().optional(),
  }),
)
/** A closed cycle that was looked over. */
export type Look = ReturnType<(typeof lookKind)['read']>

const number = z.number().int()
const countKind = itemKind(
  'oddity-count',
  1,
  z.object({
    shops: number,
    open: number,
    kinds: z.object({ identical: number, device: number, late: number, swing: number }),
  }),
)

/** Says that a cycle was looked over; saying it again changes nothing. */
export function lookWrite(look: Look): Write {
  const { closedAt, cycleId } = look
  const key = keyOf(oddityPatterns.looks, { closedAt, cycle: bareId(cycleId) })
  return { put: { ...lookKind.write(look), ...key } }
}

/** The cycles that were looked over, the one that closed last at the beginning. */
export async function latestLooks(table: Table, limit: number): Promise<Look[]> {
  const { items } = await table.query(oddityPatterns.looks, {}, { limit, descending: true })
  return items.map(lookKind.read)
}

/** Puts the counts of a unit where none are. */
export function countWrite(cycleId: CycleId, { unitPath, ...count }: UnitCount): Write {
  return { put: { ...countKind.write(count), ...countKey(cycleId, unitPath) }, when: { absent: true } }
}

/** One shop fewer at which nobody has looked. */
export function lookedAtWrite(cycleId: CycleId, unitPath: UnitPath): Write {
  return { update: countKey(cycleId, unitPath), change: { add: { open: -1 } }, when: { present: true } }
}

/** The counts of the units under a subtree in a cycle. */
export async function oddityCounts(table: Table, cycleId: CycleId, unitPath: UnitPath): Promise<UnitCount[]> {
  const parts = { cycle: bareId(cycleId), ...(unitPath && { unitPath: `${unitPath}/` }) }
  const items = await table.queryAll(oddityPatterns.counts, parts)
  return items.map((item) => ({ ...countKind.read(item), unitPath: String(item.sk).slice('U#'.length, -1) }))
}

function countKey(cycleId: CycleId, unitPath: UnitPath) {
  return keyOf(oddityPatterns.counts, { cycle: bareId(cycleId), unitPath: `${unitPath}/` })
}
