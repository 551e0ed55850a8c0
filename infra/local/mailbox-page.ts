// The mailbox as a page: newest first, text escaped, links inside it to click.
import type { Message, MessagePage } from './mailbox-store.ts'
import { escapeHtml, type Language } from './page-frame.ts'

const TEXTS = {
  title: ['信箱', 'Mailbox'],
  intro: ['系统发出的所有邮件和短信都在这里。', 'Every mail and SMS that the product sent.'],
  to: ['收件人', 'Recipient'],
  show: ['查看', 'Show'],
  all: ['全部', 'All'],
  empty: [
    '还没有消息：系统发送的邮件和短信会出现在这里。',
    'Nothing yet: mails and SMS that the product sends appear here.',
  ],
  newest: ['最新', 'Newest'],
  older: ['更早的消息', 'Older messages'],
  attachments: ['附件', 'Attachments'],
  mail: ['邮件', 'Mail'],
  sms: ['短信', 'SMS'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

/** A text of the mailbox page. */
export function mailboxText(language: Language, key: keyof typeof TEXTS): string {
  return TEXTS[key][language === 'zh' ? 0 : 1]
}

/** The page's body for these messages. */
export function mailboxBody(
  language: Language,
  page: MessagePage,
  to: string | undefined,
  isFirst: boolean,
): string {
  const say = (key: keyof typeof TEXTS) => escapeHtml(mailboxText(language, key))
  const link = (more: Record<string, string>) => {
    const query = new URLSearchParams({ ...(to ? { to } : {}), lang: language, ...more })
    return escapeHtml(`/mailbox?${query}`)
  }
  const ways = [
    isFirst ? '' : `<a href="${link({})}">${say('newest')}</a>`,
    page.nextCursor ? `<a href="${link({ after: page.nextCursor })}" rel="next">${say('older')}</a>` : '',
    `<a href="${link({ lang: language === 'zh' ? 'en' : 'zh' })}">${language === 'zh' ? 'English' : '中文'}</a>`,
  ]
  return `<h1>${say('title')}</h1><p class="soft">${say('intro')}</p>
<form action="/mailbox"><input type="hidden" name="lang" value="${language}">
<label for="to">${say('to')}</label><input id="to" name="to" value="${escapeHtml(to ?? '')}" autocomplete="off">
<button class="quiet">${say('show')}</button></form>
${page.items.length ? page.items.map((each) => card(language, each)).join('') : `<p class="card">${say('empty')}</p>`}
<nav aria-label="${say('title')}">${ways.join('')}</nav>`
}

function card(language: Language, message: Message): string {
  const at = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(message.at))
  const attachments = message.attachments?.length
    ? `<p class="soft">${escapeHtml(mailboxText(language, 'attachments'))}: ${escapeHtml(message.attachments.join(', '))}</p>`
    : ''
  const heading = message.subject || mailboxText(language, message.kind)
  return `<article class="card"><h2>${escapeHtml(heading)}</h2>
<small>${escapeHtml(mailboxText(language, message.kind))} · ${escapeHtml(message.to.join(', '))} · <time datetime="${escapeHtml(message.at)}">${escapeHtml(at)}</time></small>
<pre>${linked(message.text)}</pre>${attachments}</article>`
}

/** Escaped text whose web addresses are links. */
export function linked(text: string): string {
  const pieces = text.split(/(https?:\/\/[^\s<>"'`，。；！？）】》]+)/)
  return pieces
    .map((piece, at) => {
      const safe = escapeHtml(piece)
      return at % 2 === 0 ? safe : `<a href="${safe}" rel="noopener noreferrer">${safe}</a>`
    })
    .join('')
}
