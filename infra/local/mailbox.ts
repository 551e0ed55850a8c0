// The mailbox of a local run: an SMTP server and an SMS door that keep what they get, and the page that shows it.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import type { LocalTable } from './local-table.ts'
import { parseMail } from './mail-parser.ts'
import { mailboxBody, mailboxText } from './mailbox-page.ts'
import { listMessages, type Message, storeMessage } from './mailbox-store.ts'
import { chooseLanguage, sendPage } from './page-frame.ts'

const PAGE_SIZE = 20
const MOST_SMS_BYTES = 16_384
const MOST_MAIL_BYTES = 10 * 1024 * 1024

export type Clock = () => number

/** Keeps a message that need not travel by SMTP or HTTP, such as the provider's own codes. */
export function keepMessage(
  table: LocalTable,
  message: Omit<Message, 'at'>,
  now: Clock = Date.now,
): Promise<void> {
  return storeMessage(table, { ...message, at: new Date(now()).toISOString() })
}

/** Starts an SMTP server on 127.0.0.1, on a free port unless told; `url` is what SMTP_URL would hold. */
export async function startMailServer(
  table: LocalTable,
  { now = Date.now, port = 0 }: { now?: Clock; port?: number } = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MOST_MAIL_BYTES,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      bytesOf(stream)
        .then((raw) => keepMail(table, raw, to, now))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        )
    },
  })
  server.on('error', (error) => console.error('mail server', error))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  return {
    url: `smtp://127.0.0.1:${bound}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keepMail(table: LocalTable, raw: Buffer, to: string[], now: Clock): Promise<void> {
  const { messageId, ...mail } = parseMail(raw)
  const id = messageId || createHash('sha256').update(raw).digest('hex')
  await keepMessage(table, { ...mail, id, kind: 'mail', to }, now)
}

async function bytesOf(stream: Readable | IncomingMessage, most = MOST_MAIL_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > most) throw new Error('Too large')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Answers /mailbox, /mailbox.json and POST /mailbox/sms; false when the path is another's. */
export async function handleMailbox(
  table: LocalTable,
  request: IncomingMessage,
  response: ServerResponse,
  now: Clock = Date.now,
): Promise<boolean> {
  const url = URL.parse(request.url ?? '/', 'http://localhost')
  if (!url) return false
  const { pathname, searchParams } = url
  if (pathname === '/mailbox/sms' && request.method === 'POST') {
    await takeSms(table, request, response, now)
    return true
  }
  if (request.method !== 'GET' || (pathname !== '/mailbox' && pathname !== '/mailbox.json')) return false
  const to = searchParams.get('to')?.trim() || undefined
  const cursor = searchParams.get('after') ?? undefined
  const limit = Math.min(100, Math.max(1, Math.trunc(Number(searchParams.get('limit'))) || PAGE_SIZE))
  const page = await listMessages(table, { to, limit, cursor })
  if (pathname === '/mailbox.json') {
    sendJson(response, 200, page)
    return true
  }
  const language = chooseLanguage(searchParams.get('lang') ?? '', request.headers['accept-language'])
  const body = mailboxBody(language, page, to, cursor === undefined)
  sendPage(response, { language, title: mailboxText(language, 'title'), body, isWide: true })
  return true
}

async function takeSms(table: LocalTable, request: IncomingMessage, response: ServerResponse, now: Clock) {
  // Only programs send an SMS: a browser's request carries an origin and is refused.
  if (request.headers.origin !== undefined) return sendJson(response, 403, { error: 'browsers may not send' })
  const body = await bytesOf(request, MOST_SMS_BYTES).catch(() => undefined)
  const sms = body && smsIn(body.toString('utf8'))
  if (!sms) return sendJson(response, 400, { error: 'expected {"to","text","id"} as texts' })
  await keepMessage(table, { ...sms, kind: 'sms' }, now)
  sendJson(response, 202, { id: sms.id })
}

function smsIn(body: string): { id: string; to: string[]; text: string } | undefined {
  try {
    const { id, to, text }: Record<string, unknown> = JSON.parse(body)
    const isWhole = typeof id === 'string' && typeof to === 'string' && typeof text === 'string' && id && to
    return isWhole ? { id, to: [to], text } : undefined
  } catch {
    return undefined
  }
}

function sendJson(response: ServerResponse, status: number, content: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(content))
}
