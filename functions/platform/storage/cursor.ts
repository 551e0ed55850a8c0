// Page cursors: opaque, bound to the question and to who asks.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Problem } from '#shared/problems'
import type { Item } from './item-kind.ts'

/** Hides the key where a page ended, signed together with the question and the asker. */
export function cursorFrom(last: Item | undefined, question: string, secret: string): string | undefined {
  if (!last) return undefined
  const body = Buffer.from(JSON.stringify(last)).toString('base64url')
  return `${body}.${signatureOf(body, question, secret)}`
}

/** The key within a cursor; throws `request.cursor_invalid` for any other question, asker or text. */
export function keyWithinCursor(
  cursor: string | undefined,
  question: string,
  secret: string,
): Item | undefined {
  if (cursor === undefined) return undefined
  const [body = '', signature = ''] = cursor.split('.')
  const expected = Buffer.from(signatureOf(body, question, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Problem('request.cursor_invalid')
  return JSON.parse(Buffer.from(body, 'base64url').toString())
}

function signatureOf(body: string, question: string, secret: string): string {
  return createHmac('sha256', secret).update(`${question} ${body}`).digest('base64url').slice(0, 22)
}
