// The provider's signing and cookie keys: made once, kept in the local table, the first writer wins.
import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'oidc-provider'
import type { LocalTable } from '../local-table.ts'

export type SignInKeys = { signing: JWK[]; cookies: string[] }

/** The keys that every process of this table uses. */
export async function keysOfProvider(table: LocalTable): Promise<SignInKeys> {
  const kept = await table.get('sign-in-keys', 'keys')
  if (!kept) {
    await table.putIfAbsent({ pk: 'sign-in-keys', sk: 'keys', keys: JSON.stringify(await newKeys()) })
    return keysOfProvider(table)
  }
  const keys: SignInKeys = JSON.parse(String(kept.keys))
  return keys
}

async function newKeys(): Promise<SignInKeys> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
  const key = { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex') }
  return { signing: [{ ...key, use: 'sig', alg: 'RS256' }], cookies: [randomBytes(32).toString('base64url')] }
}
