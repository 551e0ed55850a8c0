import * as z from 'zod'
import { derivedCharacters, fingerprint } from '#platform/new-id'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { Refused, type Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { DeviceField, PersonIdField } from '#shared/identity'
import { bareId, type PersonId } from '#shared/ids'
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
    /** What the provider calls the person; its ID token says more than is needed, and is not kept. */
    subject: z.string().optional(),
    expires: z.number().int(),
    device: DeviceField.optional(),
    beganAt: z.number().int().optional(),
    /** When it was last noted that it is used. */
    seenAt: z.number().int().optional(),
    /** When the provider last asked the person to prove who they are. */
    provenAt: z.number().int().optional(),
  }),
)
/** A signed-in browser. Moments in epoch seconds. */
export type Session = ReturnType<(typeof sessionKind)['read']>

/** Lies in the person's partition, so that their sessions are found there. */
const placeKind = itemKind(
  'session-place',
  1,
  z.object({ sessionKey: z.string(), expires: z.number().int() }),
)

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

// Two items each; DynamoDB takes a hundred in one transaction.
const ENDED_AT_ONCE = 50

/** The key part under which a session lies: derived, so that a copy of the table opens no session. */
export function sessionKeyOf(secret: string): string {
  return fingerprint(['session', secret])
}

/** What the outside calls a session; the key itself stays inside. */
export function idOfSession(key: string): string {
  return derivedCharacters('session', key)
}

export function sessionKey(key: string): Key {
  return keyOf(identityPatterns.session, { sessionKey: key })
}

export function readSession(item: Item | undefined): Session | undefined {
  return sessionKind.readMaybe(item)
}

/** Opens a session; the first write is its own, which no one else can put. */
export function sessionWrites(key: string, session: Session): [Write, Write] {
  const { personId, expires } = session
  const place = placeKind.write({ sessionKey: key, expires })
  return [
    { put: { ...sessionKind.write(session), ...sessionKey(key) } },
    { put: { ...place, ...placeKey(personId, key) } },
  ]
}

/** Ends a session, whether or not it is there. */
export function sessionEnds(key: string, personId: PersonId): [Write, Write] {
  return [{ delete: sessionKey(key) }, { delete: placeKey(personId, key) }]
}

/** The sessions of a person by their keys, those that are over as well. */
export async function sessionsOfPerson(table: Table, personId: PersonId): Promise<Map<string, Session>> {
  const parts = { personId: bareId(personId) }
  const places = await table.queryAll(identityPatterns.sessionsOfPerson, parts, { isStrong: true })
  const keys = places.map((item) => placeKind.read(item).sessionKey)
  const items = await table.getMany(keys.map(sessionKey), { isStrong: true })
  const found = keys.flatMap((key, at) => {
    const session = readSession(items[at])
    return session ? [[key, session] as const] : []
  })
  return new Map(found)
}

/** Ends these sessions of a person. */
export async function endSessions(table: Table, personId: PersonId, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += ENDED_AT_ONCE)
    await table.commit(keys.slice(at, at + ENDED_AT_ONCE).flatMap((key) => sessionEnds(key, personId)))
}

/** Notes that a session is used, where it still is one. */
export async function noteSeen(table: Table, key: string, seenAt: number): Promise<void> {
  try {
    await table.commit([{ update: sessionKey(key), change: { set: { seenAt } }, when: { present: true } }])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

function placeKey(personId: PersonId, key: string): Key {
  return keyOf(identityPatterns.sessionsOfPerson, { personId: bareId(personId), sessionKey: key })
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
