import { createServer, type Server } from 'node:http'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../functions/platform/config.ts'
import { createSendMail } from '../../functions/platform/messages.ts'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { type LocalTable, openLocalTable } from '../../infra/local/local-table.ts'
import { handleMailbox, startMailServer } from '../../infra/local/mailbox.ts'
import { linked } from '../../infra/local/mailbox-page.ts'
import { listMessages } from '../../infra/local/mailbox-store.ts'

let database: RunningDatabase
let table: LocalTable
let server: Server
let origin = ''
let mail: Awaited<ReturnType<typeof startMailServer>>
let clock = Date.parse('2026-03-02T08:00:00Z')
const now = () => {
  clock += 1000
  return clock
}

beforeAll(async () => {
  database = await startDatabase({})
  table = await openLocalTable({ endpoint: database.endpoint, tableName: 'mailbox-local' })
  mail = await startMailServer(table, { now })
  server = createServer(async (request, response) => {
    if (!(await handleMailbox(table, request, response, now))) response.writeHead(501).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await mail.stop()
  await database.stop()
})

function sendSms(sms: Record<string, unknown>, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify(sms)
  return fetch(`${origin}/mailbox/sms`, { method: 'POST', body, headers })
}

test('a mail arrives whole and once', async () => {
  const transport = createTransport(mail.url)
  const letter = {
    from: '店联 <no-reply@dianlian.example>',
    to: 'Owner@shop.example',
    subject: '您的订单 № 12 已收到，请在十六点之前确认收货时间与地址',
    text: '请看 https://portal.example/orders/12?a=1&b=2。\n谢谢',
    html: '<p>请看</p>',
    messageId: '<order-12@dianlian.example>',
    attachments: [{ filename: '订单.csv', content: 'a,b' }],
  }
  await transport.sendMail(letter)
  await transport.sendMail(letter)
  transport.close()
  const { items } = await listMessages(table, { to: 'owner@SHOP.example', limit: 10 })
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ kind: 'mail', subject: letter.subject, attachments: ['订单.csv'] })
  expect(items[0]?.text).toBe(letter.text)
})

test('a line break in a mail adds no header', async () => {
  const send = createSendMail(readConfig({ SMTP_URL: mail.url }))
  const subject = '订单\r\nBcc: thief@evil.example\r\nX: y'
  await send({
    id: 'msg_break',
    to: 'shop@example.com',
    subject,
    text: 'hello\r\n.\r\nRCPT TO:<thief@evil.example>',
  })
  const { items } = await listMessages(table, { to: 'shop@example.com', limit: 10 })
  expect(items).toMatchObject([{ to: ['shop@example.com'], text: expect.stringContaining('RCPT TO') }])
  expect((await listMessages(table, { to: 'thief@evil.example', limit: 10 })).items).toEqual([])
})

test('a mail of HTML alone is shown as text', async () => {
  const transport = createTransport(mail.url)
  const html = '<style>p{}</style><p>A &amp; B</p><p>C</p>'
  await transport.sendMail({ from: 'a@b.example', to: 'html@shop.example', subject: 'x', html })
  transport.close()
  const { items } = await listMessages(table, { to: 'html@shop.example', limit: 10 })
  expect(items[0]?.text).toBe('A & B\nC')
})

test('an SMS sent twice is kept once', async () => {
  const sms = { id: 'sms-1', to: '+86 138 0000 1111', text: '验证码 123456' }
  expect((await sendSms(sms)).status).toBe(202)
  expect((await sendSms(sms)).status).toBe(202)
  const { items } = await listMessages(table, { to: '13800001111', limit: 10 })
  expect(items.map(({ text }) => text)).toEqual(['验证码 123456'])
})

test('a malformed SMS or a browser is refused', async () => {
  expect((await sendSms({ id: 'x', to: '', text: 'y' })).status).toBe(400)
  expect((await sendSms({ id: 'x', to: '1' })).status).toBe(400)
  const sms = { id: 'foreign', to: '13800002222', text: 'x' }
  expect((await sendSms(sms, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await listMessages(table, { to: '13800002222', limit: 10 })).items).toEqual([])
})

test('the page shows newest first, paged and escaped', async () => {
  for (const n of [1, 2, 3])
    await sendSms({ id: `page-${n}`, to: '13900000000', text: `<b>message ${n}</b>` })
  const open = async (query: string) => (await fetch(`${origin}/mailbox?${query}`)).text()
  const first = await open('to=13900000000&limit=2&lang=en')
  expect(first.indexOf('message 3')).toBeLessThan(first.indexOf('message 2'))
  expect(first).not.toContain('message 1')
  expect(first).toContain('&lt;b&gt;message 3&lt;/b&gt;')
  const [, older = ''] = /href="\/mailbox\?([^"]+)" rel="next"/.exec(first) ?? []
  const second = await open(older.replaceAll('&amp;', '&'))
  expect(second).toContain('message 1')
  expect(second).not.toContain('message 2')
  expect(await open('to=nobody')).toContain('还没有消息')
})

test('only web addresses in a text become links', () => {
  expect(linked('see https://a.example/x?a=1&b="><b>，ok javascript:alert(1)')).toBe(
    'see <a href="https://a.example/x?a=1&amp;b=" rel="noopener noreferrer">https://a.example/x?a=1&amp;b=</a>&quot;&gt;&lt;b&gt;，ok javascript:alert(1)',
  )
})
