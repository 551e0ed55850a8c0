// Keeps every mail and SMS of a local run in the local table; the same id twice is kept once.
import { createHash } from 'node:crypto'
import type { LocalItem, LocalTable } from './local-table.ts'
import { normalPhone } from './sign-in/addresses.ts'

export type Message = {
  id: string
  kind: 'mail' | 'sms'
  to: string[]
  from?: string | undefined
  subject?: string | undefined
  text: string
  attachments?: string[] | undefined
  /** ISO instant at which it came. */
  at: string
}

export type MessagePage = { items: Message[]; nextCursor?: string }

/** Stores a message under all recipients, and among all; one that came before keeps its first time. */
export async function storeMessage(table: LocalTable, message: Message): Promise<void> {
  const marker = createHash('sha256').update(`${message.kind}:${message.id}`).digest('base64url')
  const pk = `mailbox-id#${marker}`
  await table.putIfAbsent({ pk, sk: 'place', at: message.at })
  const kept = await table.get(pk, 'place')
  const at = typeof kept?.at === 'string' ? kept.at : message.at
  const item = { ...message, at, sk: `${at}#${marker}` }
  const recipients = new Set(message.to.map(normalRecipient))
  for (const recipient of recipients) await table.put({ ...item, pk: partitionOf(recipient) })
  await table.put({ ...item, pk: 'mailbox' })
}

/** The newest messages first, of one recipient if named. */
export async function listMessages(
  table: LocalTable,
  asked: { to?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<MessagePage> {
  const pk = asked.to ? partitionOf(normalRecipient(asked.to)) : 'mailbox'
  const after = asked.cursor === undefined ? {} : { after: asked.cursor }
  const found = await table.query(pk, { newestFirst: true, limit: asked.limit + 1, ...after })
  const shown = found.slice(0, asked.limit)
  const items = shown.map(messageIn)
  const last = shown.at(-1)
  return found.length > asked.limit && last ? { items, nextCursor: last.sk } : { items }
}

function partitionOf(recipient: string): string {
  return `mailbox-to#${recipient}`
}

function normalRecipient(to: string): string {
  return normalPhone(to) ?? to.trim().toLowerCase()
}

function messageIn(item: LocalItem): Message {
  const text = (name: string) => (typeof item[name] === 'string' ? String(item[name]) : undefined)
  const list = (name: string) => (Array.isArray(item[name]) ? item[name].map(String) : [])
  return {
    id: text('id') ?? '',
    kind: item.kind === 'sms' ? 'sms' : 'mail',
    to: list('to'),
    from: text('from'),
    subject: text('subject'),
    text: text('text') ?? '',
    attachments: list('attachments'),
    at: text('at') ?? '',
  }
}
