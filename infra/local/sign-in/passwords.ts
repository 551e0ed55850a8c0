// Hashes and checks passwords with scrypt.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

const COST = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 32
export const LEAST_PASSWORD_LENGTH = 8
const MOST_PASSWORD_LENGTH = 128

/** Whether a new password may be taken: length, more than one sign, not the mail address itself. */
export function isGoodPassword(password: string, email: string): boolean {
  const length = [...password].length
  if (length < LEAST_PASSWORD_LENGTH || length > MOST_PASSWORD_LENGTH) return false
  return new Set(password).size > 2 && password.toLowerCase() !== email.toLowerCase()
}

/** A salted hash to store. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST.p)
  return `scrypt$${COST.N}-${COST.r}-${COST.p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Whether the password belongs to the hash; takes as long when there is no hash, so that nobody learns it. */
export async function isPasswordOf(hash: string | undefined, password: string): Promise<boolean> {
  const [, cost = '', salt = '', stored = ''] = (hash ?? '').split('$')
  // What was hashed before costs were written whole had one round.
  const rounds = Number(hash ? (cost.split('-')[2] ?? 1) : COST.p)
  const key = await derive(password, Buffer.from(salt, 'base64url'), rounds)
  const expected = Buffer.from(stored, 'base64url')
  return expected.length === key.length && timingSafeEqual(expected, key)
}

function derive(password: string, salt: Buffer, p: number): Promise<Buffer> {
  const options: ScryptOptions = { ...COST, p }
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
