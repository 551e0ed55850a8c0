// Who can sign in: one stable random subject for each person, found by verified phone or mail.
import { randomBytes } from 'node:crypto'
import type { LocalItem, LocalTable } from '../local-table.ts'
import { normalEmail, normalPhone } from './addresses.ts'
import { hashPassword } from './passwords.ts'

export type AddressKind = 'phone' | 'email'

export type SignInUser = {
  sub: string
  phone?: string | undefined
  email?: string | undefined
  password?: string | undefined
  locale?: string | undefined
}

/** The person of an address, or undefined. */
export async function userOfAddress(
  table: LocalTable,
  kind: AddressKind,
  address: string,
): Promise<SignInUser | undefined> {
  const pointer = await table.get(`user-address#${kind}#${address}`, 'user')
  if (typeof pointer?.sub !== 'string') return undefined
  return (await userOfSub(table, pointer.sub)) ?? { sub: pointer.sub, [kind]: address }
}

/** The person of a subject, or undefined. */
export async function userOfSub(table: LocalTable, sub: string): Promise<SignInUser | undefined> {
  const item = await table.get(`user#${sub}`, 'user')
  return item ? userIn(item, sub) : undefined
}

/** The person of a verified address, created at the first time; `change` is stored with it. */
export async function userVerified(
  table: LocalTable,
  kind: AddressKind,
  address: string,
  change: Partial<SignInUser> = {},
): Promise<SignInUser> {
  const sub = change.sub ?? `usr-${randomBytes(16).toString('base64url')}`
  await table.putIfAbsent({ pk: `user-address#${kind}#${address}`, sk: 'user', sub })
  const known = (await userOfAddress(table, kind, address)) ?? { sub }
  return changeUser(table, known.sub, { ...change, [kind]: address })
}

async function changeUser(table: LocalTable, sub: string, change: Partial<SignInUser>): Promise<SignInUser> {
  for (;;) {
    const kept = await table.get(`user#${sub}`, 'user')
    const version = typeof kept?.version === 'number' ? kept.version : undefined
    const wanted = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const next = { ...kept, ...wanted, sub, pk: `user#${sub}`, sk: 'user', version: (version ?? 0) + 1 }
    if (await table.putIfVersion(next, version)) return userIn(next, sub)
  }
}

/**
 * Creates (or renews) a person with a password, as the seed does; both addresses count as verified.
 * Throws when an address is malformed. Answers the subject.
 */
export async function createPasswordUser(
  table: LocalTable,
  person: { email: string; password: string; phone?: string; locale?: string },
): Promise<string> {
  const email = normalEmail(person.email)
  const phone = person.phone === undefined ? undefined : normalPhone(person.phone)
  if (!email || (person.phone !== undefined && !phone)) {
    throw new Error(`Not an address to sign in with: ${person.email} ${person.phone ?? ''}`)
  }
  const password = await hashPassword(person.password)
  const byPhone = phone ? await userOfAddress(table, 'phone', phone) : undefined
  const { sub } = await userVerified(table, 'email', email, {
    sub: byPhone?.sub,
    password,
    locale: person.locale,
  })
  if (phone) await userVerified(table, 'phone', phone, { sub })
  return sub
}

function userIn(item: LocalItem, sub: string): SignInUser {
  const text = (name: string) => (typeof item[name] === 'string' ? String(item[name]) : undefined)
  return {
    sub,
    phone: text('phone'),
    email: text('email'),
    password: text('password'),
    locale: text('locale'),
  }
}
