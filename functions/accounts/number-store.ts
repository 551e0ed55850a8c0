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
  const last = lastNumberKind.readMaybe(await table.get(lastNumberKey, { isStrong: true }))?.last
  let number = (last ?? 0) + 1
  // Numbers that files gave are passed over.
  while (await customerOfNumber(table, number)) number++
  const write: Write = {
    put: { ...lastNumberKind.write({ last: number }), ...lastNumberKey },
    when: last === undefined ? { absent: true } : { equals: { last } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
  return { number, write }
}

/** Takes the next free short numbers for customers to come; one that is not used in the end is given to nobody. */
export async function reserveNumbers(table: Table, count: number): Promise<number[]> {
  const last = lastNumberKind.readMaybe(await table.get(lastNumberKey, { isStrong: true }))?.last
  const free: number[] = []
  let next = (last ?? 0) + 1
  while (free.length < count) {
    const looked = Array.from({ length: count }, (_, at) => next + at)
    const taken = await table.getMany(looked.map(numberKey), { isStrong: true })
    free.push(...looked.filter((_, at) => taken[at] === undefined))
    next += count
  }
  const given = free.slice(0, count)
  const reserve: Write = {
    put: { ...lastNumberKind.write({ last: given.at(-1) ?? 0 }), ...lastNumberKey },
    when: last === undefined ? { absent: true } : { equals: { last } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
  await table.commit([reserve])
  return given
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
