import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { accountPatterns } from './access-patterns.ts'

const numberKind = itemKind('customer-number', 1, z.object({ customerId: CustomerIdField }))
const lastNumberKind = itemKind('customer-number-last', 1, z.object({ last: z.number().int() }))
const PLACES_A_LOOK = 24
const lastNumberKey = keyOf(accountPatterns.lastNumber, {})

/** Gives a customer its short number; refused when another has it. */
export function numberWrite(customerId: CustomerId, number: number): Write {
  return {
    put: { ...numberKind.write({ customerId }), ...numberKey(number) },
    when: { equals: { customerId }, orAbsent: true },
    onRefused: () => {
      const [code, facts] = ['accounts.number_taken', { number }] as const
      return new Problem(code, facts, [{ path: 'number', code, facts }])
    },
  }
}

/** Frees the short number of a customer that is removed. */
export function numberRemoval(number: number): Write {
  return { delete: numberKey(number) }
}

/** The next free short number, and the write that takes it; refused when another took it meanwhile. */
export async function nextNumber(table: Table): Promise<{ number: number; write: Write }> {
  const { numbers, write } = await nextNumbers(table, 1)
  return { number: numbers[0], write }
}

/** Takes the next free short numbers for customers to come; one that is not used in the end is given to nobody. */
export async function reserveNumbers(table: Table, count: number): Promise<number[]> {
  const { numbers, write } = await nextNumbers(table, count)
  await table.commit([write])
  return numbers
}

async function nextNumbers(table: Table, count: number) {
  const last = lastNumberKind.readMaybe(await table.get(lastNumberKey, { isStrong: true }))?.last
  const numbers: [number, ...number[]] = [await freeFrom(table, (last ?? 0) + 1)]
  let next = numbers[0] + 1
  while (numbers.length < count) {
    const looked = Array.from({ length: count - numbers.length }, (_, at) => next + at)
    const taken = await table.getMany(looked.map(numberKey), { isStrong: true })
    const free = looked.filter((_, at) => taken[at] === undefined)
    numbers.push(...free)
    next += looked.length
    if (free.length === 0) next = await freeFrom(table, next)
  }
  const write: Write = {
    put: { ...lastNumberKind.write({ last: Math.max(...numbers) }), ...lastNumberKey },
    when: last === undefined ? { absent: true } : { equals: { last } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
  return { numbers, write }
}

/** A free number, `from` or behind it. The many that a file gave in a row are jumped over: each look goes twice as far, then
 * closer to where the row ends. */
function freeFrom(table: Table, from: number): Promise<number> {
  const ahead = Array.from({ length: PLACES_A_LOOK }, (_, at) => from + 2 ** at - 1)
  return freeAmong(table, from - 1, ahead)
}

async function freeAmong(table: Table, below: number, places: readonly number[]): Promise<number> {
  const taken = await table.getMany(places.map(numberKey), { isStrong: true })
  const at = taken.indexOf(undefined)
  const [before = below, free] = [places[at - 1], places[at]]
  if (free === undefined) throw new Error('No short number is free')
  if (free - before === 1) return free
  const step = Math.ceil((free - before) / PLACES_A_LOOK)
  const between = Array.from({ length: Math.ceil((free - before) / step) }, (_, at) =>
    Math.min(before + step * (at + 1), free),
  )
  return freeAmong(table, before, between)
}

/** The customer that has a short number. */
export async function customerOfNumber(table: Table, number: number): Promise<CustomerId | undefined> {
  return readNumber(await table.get(numberKey(number)))
}

export function readNumber(item: Item | undefined): CustomerId | undefined {
  return numberKind.readMaybe(item)?.customerId
}

/** Where a short number is given to a customer. */
export function numberKey(number: number): Key {
  return keyOf(accountPatterns.customerOfNumber, { number: String(number) })
}
