import * as z from 'zod'
import { fingerprint } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { Refused, type Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { PersonIdField } from '#shared/identity'
import { identityPatterns } from './access-patterns.ts'

const sessionKind = itemKind(
  'session',
  1,
  z.object({
    personId: PersonIdField,
    /** The customer acted for; absent for staff. */
    customerId: CustomerIdField.optional(),
    /** The version of the membership or staff record that the session began with. */
    standing: z.number().int(),
    idToken: z.string(),
    expires: z.number().int(),
  }),
)
/** A signed-in browser. `expires` in epoch seconds. */
export type Session = ReturnType<(typeof sessionKind)['read']>

const signInKind = itemKind(
  'sign-in',
  1,
  z.object({
    verifier: z.string(),
    nonce: z.string(),
    returnTo: z.string(),
    expires: z.number().int(),
    /** The mark of the browser that began it. */
    browser: z.string().default(''),
  }),
)
export type BegunSignIn = ReturnType<(typeof signInKind)['read']>

/** The key part under which a session lies: derived, so that a copy of the table opens no session. */
export function sessionKeyOf(secret: string): string {
  return fingerprint(['session', secret])
}

export function sessionKey(key: string): Key {
  return keyOf(identityPatterns.session, { sessionKey: key })
}

export function readSession(item: Item | undefined): Session | undefined {
  return sessionKind.readMaybe(item)
}

export function sessionWrite(key: string, session: Session): Write {
  return { put: { ...sessionKind.write(session), ...sessionKey(key) } }
}

export function sessionEnd(key: string): Write {
  return { delete: sessionKey(key) }
}

export async function endSession(table: Table, key: string): Promise<void> {
  await table.commit([sessionEnd(key)])
}

/** What is kept of a browser's secret. */
export function browserMark(secret: string): string {
  return fingerprint(['browser', secret])
}

export async function keepSignIn(table: Table, state: string, begun: BegunSignIn): Promise<void> {
  await table.commit([{ put: { ...signInKind.write(begun), ...signInKey(state) } }])
}

/** Takes a begun sign-in out: each state works once, in the browser that began it, and only until it expires. */
export async function takeSignIn(
  table: Table,
  { state, browser, nowSeconds }: { state: string; browser: string; nowSeconds: number },
): Promise<BegunSignIn | undefined> {
  const begun = signInKind.readMaybe(await table.get(signInKey(state), { isStrong: true }))
  if (!begun || begun.expires <= nowSeconds || begun.browser !== browserMark(browser)) return undefined
  try {
    await table.commit([{ delete: signInKey(state), when: { present: true } }])
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
  return begun
}

function signInKey(state: string): Key {
  return keyOf(identityPatterns.signIn, { state: fingerprint(['state', state]) })
}
