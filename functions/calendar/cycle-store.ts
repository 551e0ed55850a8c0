import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { type CycleId, idOf } from '#shared/ids'
import type { BusinessDate, Instant } from '#shared/time'
import { calendarPatterns } from './access-patterns.ts'

const InstantField = z.templateLiteral([z.string(), 'T', z.string(), 'Z'])

const cycleKind = itemKind(
  'cycle',
  1,
  z.object({
    batch: z.string(),
    date: z.templateLiteral([z.string(), '-', z.string(), '-', z.string()]),
    opensAt: InstantField,
    closesAt: InstantField,
  }),
)
/** One order cycle of a batch: `[opensAt, closesAt)`; `date` is the company's day on which it closes. */
export type Cycle = ReturnType<(typeof cycleKind)['read']>

export function cycleIdOf({ batch, date }: Pick<Cycle, 'batch' | 'date'>): CycleId {
  return idOf('cycle', `${batch}-${date}`)
}

/** The batch and the day within a cycle id. */
export function partsOfCycleId(cycleId: CycleId): { batch: string; date: BusinessDate } | undefined {
  const match = /^cyc_([a-z]+(?:-\d)?)-(\d{4})-(\d{2})-(\d{2})$/.exec(cycleId)
  return match?.[1] ? { batch: match[1], date: `${match[2]}-${match[3]}-${match[4]}` } : undefined
}

/** The key of a cycle, for callers that read many things at once; undefined when the id is none. */
export function cycleKey(cycleId: CycleId): Key | undefined {
  const parts = partsOfCycleId(cycleId)
  return parts && keyOf(calendarPatterns.cycle, parts)
}

export function readCycle(item: Item | undefined): Cycle | undefined {
  return cycleKind.readMaybe(item)
}

/** The cycles of a batch that close on `from` or later, the next `limit` of them. */
export async function cyclesOfBatch(
  table: Table,
  batch: string,
  from: BusinessDate,
  limit: number,
): Promise<Cycle[]> {
  const { items } = await table.query(calendarPatterns.cycle, { batch }, { from, limit })
  return items.map(cycleKind.read)
}

/** The cycles of all batches that close up to a day, newest first. */
export async function cyclesUpTo(table: Table, date: BusinessDate, limit: number): Promise<Cycle[]> {
  const { items } = await table.query(
    calendarPatterns.recentCycles,
    {},
    { limit, to: date, descending: true },
  )
  const whole = await table.getMany(items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) })))
  return whole.flatMap((item) => (item ? [cycleKind.read(item)] : []))
}

export function cycleWrite(cycle: Cycle): Write {
  const { batch, date, opensAt, closesAt } = cycle
  const index = indexKeyOf(calendarPatterns.recentCycles, { batch, date })
  return {
    put: {
      ...cycleKind.write(cycle),
      ...index,
      card: { opensAt, closesAt },
      ...keyOf(calendarPatterns.cycle, cycle),
    },
  }
}

/** True while orders may be placed by this cycle's own times. */
export function isOpenAt(cycle: Pick<Cycle, 'opensAt' | 'closesAt'>, now: Instant): boolean {
  return cycle.opensAt <= now && now < cycle.closesAt
}
