import type { Language } from './languages.ts'
import { approvalProblems } from './problem-lists/approvals.ts'
import { calendarProblems } from './problem-lists/calendar.ts'
import { catalogueProblems } from './problem-lists/catalogue.ts'
import { companyProblems } from './problem-lists/company.ts'
import { customerProblems } from './problem-lists/customers.ts'
import { identityProblems } from './problem-lists/identity.ts'
import { importProblems } from './problem-lists/imports.ts'
import { notificationProblems } from './problem-lists/notifications.ts'
import { objectionProblems } from './problem-lists/objections.ts'
import { oddityProblems } from './problem-lists/oddities.ts'
import { orderProblems } from './problem-lists/orders.ts'
import { keptOrderProblems } from './problem-lists/orders-kept.ts'
import { type Facts, sentenceOf } from './problem-sentence.ts'

export type { Facts }

/** Every problem the product can name: its HTTP status and its sentence in both languages. */
export const problems = {
  'request.unreadable': {
    status: 400,
    zh: '内容无法读取，请检查后重试。',
    en: 'The request could not be read. Check it and try again.',
  },
  'request.invalid': { status: 400, zh: '有 {count} 处需要修改。', en: '{count} field(s) need a change.' },
  'request.too_large': {
    status: 413,
    zh: '内容超过 {mostBytes} 字节，请分批提交。',
    en: 'The body is over {mostBytes} bytes. Send it in parts.',
  },
  'request.too_deep': {
    status: 400,
    zh: '内容层级超过 {mostDepth} 层。',
    en: 'The body is nested deeper than {mostDepth} levels.',
  },
  'request.wrong_type': {
    status: 415,
    zh: '请以 application/json 提交。',
    en: 'Send this as application/json.',
  },
  'request.cross_site': { status: 403, zh: '请从本网站提交。', en: 'Submit this from the portal itself.' },
  'request.not_found': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'request.cursor_invalid': {
    status: 400,
    zh: '翻页标记无效，请从第一页开始。',
    en: 'The page cursor is not valid. Start from the first page.',
  },
  'request.key_missing': {
    status: 400,
    zh: '缺少 Idempotency-Key 请求头。',
    en: 'The Idempotency-Key header is missing.',
  },
  'request.key_reused': {
    status: 422,
    zh: '同一个 Idempotency-Key 已用于不同内容，请换一个。',
    en: 'This Idempotency-Key was used for a different request. Use a new one.',
  },
  'request.version_missing': {
    status: 428,
    zh: '缺少 If-Match 请求头，请先读取最新内容。',
    en: 'The If-Match header is missing. Read the resource first.',
  },
  'request.changed_meanwhile': {
    status: 412,
    zh: '内容已被改为第 {current} 版，请查看后再改。',
    en: 'It was changed to version {current} meanwhile. Look at it, then change it.',
  },
  'request.busy': {
    status: 503,
    zh: '现在较忙，请稍候再试，已填的内容不会丢。',
    en: 'The service is busy. Try again in a moment; nothing you typed is lost.',
  },
  'server.work_given_up': {
    status: 500,
    zh: '试了几次都没有做完，已经停下，值班的人收到了告警（编号 {jobId}）。请稍后再做一次。',
    en: 'This failed several times and was stopped; whoever is on duty has been alerted (reference {jobId}). Begin it again later.',
  },
  'server.unexpected': {
    status: 500,
    zh: '系统出错了，请稍后再试。编号 {requestId}。',
    en: 'Something went wrong. Try again later. Reference {requestId}.',
  },

  ...identityProblems,

  'accounts.customer_not_found': { status: 404, zh: '没有这个客户。', en: 'There is no such customer.' },
  'accounts.batch_unknown': {
    status: 422,
    zh: '订货日历里没有批次“{batch}”。请改成“日历”里有的批次：{known}；或者先在“日历”里加上这个批次。',
    en: 'The order plan has no batch “{batch}”. Choose one of the calendar’s batches: {known}; or add the batch in the calendar first.',
  },
  'accounts.unit_not_found': {
    status: 404,
    zh: '您负责的范围里没有这个单位。请换一个单位。',
    en: 'There is no such unit among those that you look after. Choose another one.',
  },
  ...companyProblems,
  'accounts.number_taken': {
    status: 409,
    zh: '编号 {number} 已属于另一个客户。',
    en: 'Number {number} belongs to another customer.',
  },
  'accounts.licence_taken': {
    status: 409,
    zh: '许可证号 {licence} 已经属于{shop}。一张许可证只能有一家店：请核对号码，或先改那家店的许可证号。',
    en: 'Licence {licence} belongs to {shop} already. A licence is one shop’s: check the number, or change it at that shop first.',
  },
  'accounts.customer_in_use': {
    status: 409,
    zh: '这个客户已有订单，不能移除。',
    en: 'This customer has orders and cannot be removed.',
  },
  'accounts.changed_meanwhile': {
    status: 409,
    zh: '账户刚刚有变动，请重试。',
    en: 'The account has just changed. Try again.',
  },
  ...customerProblems,

  ...catalogueProblems,

  'supply.below_taken': {
    status: 409,
    zh: '已经被订走 {taken}，总量不能更少。请填 {taken} 或更多。',
    en: '{taken} of it are taken already, so there cannot be fewer in all. Enter {taken} or more.',
  },
  'supply.released_again': {
    status: 409,
    zh: '周期 {cycle} 之后又发布过限量，不能撤销。',
    en: 'The limits of cycle {cycle} were released again since, so this cannot be undone.',
  },
  ...calendarProblems,

  ...orderProblems,
  ...keptOrderProblems,
  ...approvalProblems,
  ...objectionProblems,
  ...oddityProblems,

  ...notificationProblems,

  ...importProblems,
  'exports.export_not_found': { status: 404, zh: '没有这次导出。', en: 'There is no such export.' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>

export type ProblemCode = keyof typeof problems

/** One thing to mend: where it stands, what is wrong, and the numbers a person needs. */
export type ProblemEntry = {
  path: string
  code: string
  message?: string
  facts?: Facts
  [fact: string]: unknown
}

/** What a use case throws when it cannot do as asked; one file turns it into an HTTP answer. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly facts: Facts
  readonly entries: readonly ProblemEntry[]

  constructor(code: ProblemCode, facts: Facts = {}, entries: readonly ProblemEntry[] = []) {
    super(`${code} ${JSON.stringify(facts)}`)
    this.code = code
    this.facts = facts
    this.entries = entries
  }
}

/** The sentence of a problem in one language. */
export function problemSentence(code: ProblemCode, facts: Facts, language: Language): string {
  return sentenceOf(problems[code], facts, language)
}

/** True when a text is the code of a problem. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
