import { fill, type Language } from './languages.ts'
import { type Currency, formatMoney } from './money.ts'
import { importProblems } from './problem-lists/imports.ts'

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
  'server.unexpected': {
    status: 500,
    zh: '系统出错了，请稍后再试。编号 {requestId}。',
    en: 'Something went wrong. Try again later. Reference {requestId}.',
  },

  'identity.not_signed_in': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'identity.not_allowed': { status: 403, zh: '您的角色不能做这件事。', en: 'Your role may not do this.' },
  'identity.not_invited': {
    status: 403,
    zh: '这个账号还没有被邀请，请联系您的客户经理。',
    en: 'This account has not been invited. Ask your account manager.',
  },
  'identity.sign_in_failed': {
    status: 400,
    zh: '登录没有完成，请重新登录。',
    en: 'The sign-in did not complete. Please start again.',
  },
  'identity.membership_not_found': { status: 404, zh: '没有这个成员。', en: 'There is no such member.' },
  'identity.already_member': {
    status: 409,
    zh: '这个人已经是成员了，请在成员列表里修改角色。',
    en: 'This person is a member already. Change the role in the list of members.',
  },
  'identity.last_owner': { status: 409, zh: '至少要保留一位店主。', en: 'At least one owner must remain.' },
  'identity.address_missing': {
    status: 400,
    zh: '请填写手机号或邮箱。',
    en: 'Give a phone number or a mail address.',
  },
  'identity.staff_not_found': { status: 404, zh: '没有这位员工。', en: 'There is no such member of staff.' },
  'identity.own_role': {
    status: 409,
    zh: '不能修改自己的角色，请由另一位管理员来改。',
    en: 'You cannot change your own role. Ask another administrator.',
  },

  'accounts.customer_not_found': { status: 404, zh: '没有这个客户。', en: 'There is no such customer.' },
  'accounts.unit_not_found': { status: 404, zh: '没有这个单位。', en: 'There is no such unit.' },
  'accounts.number_taken': {
    status: 409,
    zh: '编号 {number} 已属于另一个客户。',
    en: 'Number {number} belongs to another customer.',
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

  'catalogue.product_not_found': { status: 404, zh: '没有这个商品。', en: 'There is no such product.' },
  'catalogue.not_published': {
    status: 409,
    zh: '商品目录还没有发布。',
    en: 'The catalogue has not been published yet.',
  },

  'calendar.cycle_not_found': { status: 404, zh: '没有这个订货周期。', en: 'There is no such order cycle.' },

  'orders.order_not_found': { status: 404, zh: '没有这张订单。', en: 'There is no such order.' },
  'orders.lines_refused': {
    status: 422,
    zh: '有 {count} 处要改，订单没有提交，内容已保留。',
    en: '{count} point(s) need a change. The order was not placed; nothing is lost.',
  },
  'orders.not_open_yet': {
    status: 422,
    zh: '订货窗口 {opensAt} 才开放。',
    en: 'The order window opens at {opensAt}.',
  },
  'orders.after_cut_off': {
    status: 422,
    zh: '订货已于 {closesAt} 截止，内容已存为草稿。',
    en: 'The order window closed at {closesAt}. Your lines are kept as a draft.',
  },
  'orders.wrong_batch': {
    status: 422,
    zh: '这个周期是 {cycleBatch} 批次的，本店属于 {batch} 批次。',
    en: 'This cycle belongs to batch {cycleBatch}; the shop is in batch {batch}.',
  },
  'orders.on_hold': {
    status: 422,
    zh: '本店暂停订货：{reason}',
    en: 'Ordering is on hold for this shop: {reason}',
  },
  'orders.product_unavailable': {
    status: 422,
    zh: '本店现在不能订这个商品，请改为 0。',
    en: 'This product is not available to the shop now. Set it to 0.',
  },
  'orders.quantity_invalid': {
    status: 422,
    zh: '数量要是 0 到 {most} 的整数。',
    en: 'A quantity is a whole number from 0 to {most}.',
  },
  'orders.quantity_off_multiple': {
    status: 422,
    zh: '起订 {minimum}，每次加 {multiple}。可填 {nearest}。',
    en: 'At least {minimum}, in steps of {multiple}. Enter {nearest}.',
  },
  'orders.over_limit': {
    status: 422,
    zh: '本周给 {grade} 档 {limit}，{shops} 家同档同量。可填 {nearest}。',
    en: 'Grade {grade} gets {limit} this cycle, as do {shops} shops of the same grade. Enter {nearest}.',
  },
  'orders.supply_short': {
    status: 422,
    zh: '先到先得，现在还剩 {remaining}。可填 {nearest}。',
    en: 'First come, first served: {remaining} left. Enter {nearest}.',
  },
  'orders.over_available': {
    status: 422,
    zh: '合计 {total}，可用 {available}，超出 {over}。请减少数量。',
    en: 'The total is {total}, {available} is available: {over} too much. Reduce the quantities.',
  },
  'orders.price_changed': {
    status: 422,
    zh: '价格有更新：合计由 {seen} 变为 {total}。请核对后再提交。',
    en: 'Prices changed: the total went from {seen} to {total}. Check and submit again.',
  },
  'orders.nothing_ordered': { status: 422, zh: '还没有填数量。', en: 'No quantity has been entered.' },
  'orders.product_repeated': {
    status: 422,
    zh: '同一个商品只能占一行，请合并。',
    en: 'A product stands once in an order. Merge the lines.',
  },
  'orders.already_ordered': {
    status: 409,
    zh: '本周期已有订单 {number}，请在原订单上修改。',
    en: 'There is already order {number} in this cycle. Change that one.',
  },
  'orders.not_changeable': {
    status: 409,
    zh: '订单已是“{state}”，不能再改。',
    en: 'The order is already “{state}” and cannot be changed.',
  },
  'orders.basket_changed': {
    status: 412,
    zh: '草稿已在另一处改为第 {current} 版。',
    en: 'The draft was changed elsewhere to version {current}.',
  },

  'orders.document_differs': {
    status: 409,
    zh: '单据 {key} 已经记录过，内容不同。更正请用另一个单据号。',
    en: 'Document {key} was recorded before with other content. Use another number for a correction.',
  },

  ...importProblems,
  'exports.export_not_found': { status: 404, zh: '没有这次导出。', en: 'There is no such export.' },
} as const satisfies Record<string, { status: number; zh: string; en: string }>

export type ProblemCode = keyof typeof problems
export type Facts = Readonly<Record<string, unknown>>

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

const moneyFacts = new Set(['total', 'available', 'over', 'seen'])
const instantFacts = new Set(['opensAt', 'closesAt'])

/** The sentence of a problem in one language. Facts in minor units are written with `facts.currency`, instants in
 * `facts.timeZone`, lists of quantities with "or". */
export function problemSentence(code: ProblemCode, facts: Facts, language: Language): string {
  const written = Object.entries(facts).map(([name, value]) => [
    name,
    writtenFact(name, value, facts, language),
  ])
  return fill(problems[code][language], Object.fromEntries(written))
}

/** True when a text is the code of a problem. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}

function writtenFact(name: string, value: unknown, facts: Facts, language: Language): unknown {
  if (Array.isArray(value)) return value.join(language === 'zh' ? ' 或 ' : ' or ')
  if (typeof value === 'number' && moneyFacts.has(name))
    return formatMoney(value, currencyOf(facts), language)
  if (typeof value === 'string' && instantFacts.has(name)) {
    const timeZone = typeof facts.timeZone === 'string' ? facts.timeZone : 'UTC'
    const format = { timeZone, dateStyle: 'medium', timeStyle: 'short' } as const
    return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', format).format(Date.parse(value))
  }
  return value
}

function currencyOf(facts: Facts): Currency {
  return facts.currency === 'GBP' || facts.currency === 'USD' || facts.currency === 'EUR'
    ? facts.currency
    : 'CNY'
}
