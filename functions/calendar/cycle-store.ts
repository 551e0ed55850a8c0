import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { InstantField } from '#platform/storage/stored-fields'
import type { Write } from '#platform/storage/write'
import { TextField } from '#shared/accounts'
import type { OrderPlan } from '#shared/calendar'
import { type CycleId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { BusinessDate, Instant } from '#shared/time'
import { calendarPatterns } from './access-patterns.ts'
import { dueAtOf } from './cycle-rules.ts'

const DateField = z.templateLiteral([z.string(), '-', z.string(), '-', z.string()])

const cycleKind = itemKind(
  'cycle',
  2,
  z.object({
    batch: z.string(),
    /** What the plan calls the batch. */
    name: TextField.optional(),
    /** Its batch is called on every other week. */
    isBiweekly: z.boolean().optional(),
    date: DateField,
    plannedDay: DateField.optional(),
    orderDay: DateField.optional(),
    opensAt: InstantField,
    closesAt: InstantField,
    /** Why its times are not those of its beginning. */
    reason: z.string().optional(),
    /** Staff set its times: the plan no longer does. */
    isByHand: z.literal(true).optional(),
    /** The sweep of reminders has begun. */
    isReminded: z.literal(true).optional(),
    /** Shut: its times stand and nothing is placed any more. Closed: for every customer. */
    phase: z.enum(['shut', 'closed']).optional(),
    /** When it is looked at again: its closing, or orders that wait for money. */
    lookAt: InstantField.optional(),
    /** When it is due by the plan that it was written with. */
    dueAt: InstantField.optional(),
    version: z.number().int(),
  }),
  { 1: (item) => ({ ...item, version: 1 }) },
)
/** One order cycle of a batch: `[opensAt, closesAt)`; `date` is the company's day on which it closes by the plan. */
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

/** Where a cycle lies, and its history beside it. */
export function keyOfCycle(cycle: Pick<Cycle, 'batch' | 'date'>): Key {
  return keyOf(calendarPatterns.cycle, cycle)
}

export function readCycle(item: Item | undefined): Cycle | undefined {
  return cycleKind.readMaybe(item)
}

/** A cycle as it truly stands; throws `calendar.cycle_not_found`. */
export async function storedCycle(table: Table, cycleId: CycleId): Promise<Cycle> {
  const key = cycleKey(cycleId)
  const cycle = key && readCycle(await table.get(key, { isStrong: true }))
  if (!cycle) throw new Problem('calendar.cycle_not_found')
  return cycle
}

/** The cycles of a batch whose `date` is `from` or later, the next `limit` of them. */
export async function cyclesOfBatch(
  table: Table,
  batch: string,
  from: BusinessDate,
  limit: number,
): Promise<Cycle[]> {
  const { items } = await table.query(calendarPatterns.cycle, { batch }, { from, limit })
  return items.map(cycleKind.read)
}

/** The cycle that closed, or closes, before all others by the plan; undefined before the first was laid out. */
export async function earliestCycle(table: Table): Promise<Cycle | undefined> {
  const { items } = await table.query(calendarPatterns.recentCycles, {}, { limit: 1 })
  const [whole] = await table.getMany(items.map(keyWithin))
  return cycleKind.readMaybe(whole)
}

/** The cycles of all batches in a range of dates, newest first. */
export async function cyclesBetween(
  table: Table,
  { from, to }: { from?: BusinessDate; to: BusinessDate },
  limit: number,
): Promise<Cycle[]> {
  const options = { limit, from, to, descending: true }
  const { items } = await table.query(calendarPatterns.recentCycles, {}, options)
  const whole = await table.getMany(items.map(keyWithin))
  return whole.flatMap((item) => (item ? [cycleKind.read(item)] : []))
}

/** Cycles that are due at `now`, as they truly stand: the index may still show one by what was due before. */
export async function cyclesDue(table: Table, now: Instant, limit: number): Promise<Cycle[]> {
  const { items } = await table.query(calendarPatterns.dueCycles, {}, { to: now, limit })
  if (items.length === 0) return []
  const whole = await table.getMany(items.map(keyWithin), { isStrong: true })
  const isDue = (item: Item) => item.gsi2pk !== undefined && String(item.gsi2sk) <= `${now}~`
  return whole.flatMap((item) => (item && isDue(item) ? [cycleKind.read(item)] : []))
}

/** Puts a new cycle where none is. */
export function newCycleWrite(cycle: Omit<Cycle, 'version'>, plan: OrderPlan): Write {
  return { put: cyclePut({ ...cycle, version: 1 }, plan), when: { absent: true } }
}

/** Puts a cycle in place of the version before; throws `request.changed_meanwhile`. */
export function cycleWrite(cycle: Cycle, plan: OrderPlan): Write {
  return {
    put: cyclePut(cycle, plan),
    when: { equals: { version: cycle.version - 1 } },
    onRefused: (current) => new Problem('request.changed_meanwhile', { current: Number(current?.version) }),
  }
}

/** Puts a cycle in, whatever is there. */
export function cycleReplacement(cycle: Cycle, plan: OrderPlan): Write {
  return { put: cyclePut(cycle, plan) }
}

/** Removes a cycle that no one has changed since it was read. */
export function cycleRemoval(cycle: Cycle): Write {
  return { delete: keyOfCycle(cycle), when: { equals: { version: cycle.version } } }
}

function cyclePut(cycle: Cycle, plan: OrderPlan) {
  const { batch, date, opensAt, closesAt } = cycle
  const dueAt = dueAtOf(cycle, plan)
  return {
    ...cycleKind.write({ ...cycle, dueAt }),
    ...indexKeyOf(calendarPatterns.recentCycles, { batch, date }),
    ...(dueAt && indexKeyOf(calendarPatterns.dueCycles, { dueAt, cycle: `${batch}-${date}` })),
    card: { opensAt, closesAt },
    ...keyOfCycle(cycle),
  }
}

function keyWithin(item: Item): Key {
  return { pk: String(item.pk), sk: String(item.sk) }
}
