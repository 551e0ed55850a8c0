// Answers to writes that carried a key, sealed with that key: the table alone tells nothing of them, nor of people in them.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { derivedCharacters } from '../new-id.ts'
import { type Key, keyOf } from '../storage/access-pattern.ts'
import type { Table } from '../storage/dynamo-table.ts'
import { itemKind } from '../storage/item-kind.ts'
import type { Write } from '../storage/write.ts'
import { answerPatterns } from './access-patterns.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const Answer = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
})
/** An answer as it went out; without a body `null`. */
export type Answer = z.infer<typeof Answer>

const answerKind = itemKind(
  'answer',
  1,
  z.object({ fingerprint: z.string(), sealed: z.string(), expires: z.number().int() }),
)
/** `fingerprint` is that of what was asked; `expires` in epoch seconds. */
export type KeptAnswer = ReturnType<(typeof answerKind)['read']>

/** What an answer lies under and is sealed with: who asked, where, and the key; `secret` is the product's own. */
export type AskedOnce = { by: string; place: string; key: string; secret: string }

export async function keptAnswer(table: Table, asked: AskedOnce): Promise<KeptAnswer | undefined> {
  return answerKind.readMaybe(await table.get(answerKey(asked), { isStrong: true }))
}

/** Keeps an answer; refused when the key has one already. */
export function answerWrite(asked: AskedOnce, kept: Omit<KeptAnswer, 'sealed'>, answer: Answer): Write {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, sealingKey(asked), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()])
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
  return { put: { ...answerKind.write({ ...kept, sealed }), ...answerKey(asked) }, when: { absent: true } }
}

/** The answer itself, for who holds its key. */
export function opened({ sealed }: KeptAnswer, asked: AskedOnce): Answer {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv(CIPHER, sealingKey(asked), bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  return Answer.parse(JSON.parse(text.toString('utf8')))
}

function answerKey({ by, place, key }: AskedOnce): Key {
  return keyOf(answerPatterns.answer, { asked: derivedCharacters('answer', by, place, key) })
}

function sealingKey({ by, place, key, secret }: AskedOnce): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['answer', secret, by, place, key]))
    .digest()
}
