// Six-digit codes: sent rarely, kept hashed, usable once, five guesses each.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { LocalTable } from '../local-table.ts'
import { type Allowance, spendAllowance } from './attempt-limits.ts'

const GOOD_FOR_SECONDS = 600
const MOST_GUESSES = 5

/** At most one code a minute and five an hour for an address. */
export const CODE_ALLOWANCES: Allowance[] = [
  { times: 1, withinSeconds: 60 },
  { times: 5, withinSeconds: 3600 },
]

export type CodeVerdict = 'right' | 'wrong' | 'over'

/** Makes a code for this interaction and address, or undefined when the address has had too many. */
export async function newCode(
  table: LocalTable,
  uid: string,
  address: string,
  allowances: Allowance[],
  nowMs: number,
): Promise<string | undefined> {
  if (!(await spendAllowance(table, `code#${address}`, allowances, nowMs))) return undefined
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const salt = randomBytes(16).toString('base64url')
  const expires = Math.floor(nowMs / 1000) + GOOD_FOR_SECONDS
  await table.put({ pk: `code#${uid}`, sk: address, hash: hashed(code, salt), salt, guesses: 0, expires })
  return code
}

/** Whether a code that can still be used was sent for this interaction and address. */
export async function hasLiveCode(table: LocalTable, uid: string, address: string): Promise<boolean> {
  const item = await table.get(`code#${uid}`, address)
  return item !== undefined && Number(item.guesses) < MOST_GUESSES
}

/** Judges a guess; each counts before it is looked at, and the right one works once. */
export async function judgeCode(
  table: LocalTable,
  uid: string,
  address: string,
  guess: string,
): Promise<CodeVerdict> {
  const counted = await table.countUp(`code#${uid}`, address, 'guesses', MOST_GUESSES)
  if (!counted) return 'over'
  const digits = guess.normalize('NFKC').replaceAll(/\D/g, '')
  const isRight = equal(hashed(digits, String(counted.salt)), String(counted.hash))
  if (isRight) return (await table.take(`code#${uid}`, address)) ? 'right' : 'over'
  return Number(counted.guesses) >= MOST_GUESSES ? 'over' : 'wrong'
}

function hashed(code: string, salt: string): string {
  return createHash('sha256').update(`${salt}:${code}`).digest('base64url')
}

function equal(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}
