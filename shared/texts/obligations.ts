import type { Texts } from '../languages.ts'

/** What is due, as a card says it: a title and a sentence for each kind but the order, whose card is its own. */
export const obligationTexts = {
  fundsTitle: { zh: '订单 {number} 余额不足', en: 'Order {number} lacks funds' },
  funds: {
    zh: '还差 {missing}，存入后自动确认。',
    en: '{missing} is missing. It is confirmed once that is paid in.',
  },
  approvalTitle: { zh: '有订单等您同意', en: 'An order waits for your approval' },
  approval: {
    zh: '合计 {total}，同意后才会提交。',
    en: '{total} in total; it is placed once you approve it.',
  },
  approvalRefusedTitle: { zh: '店主没有同意您的订单', en: 'The owner did not approve your order' },
  approvalRefused: { zh: '{reason}（改好后可以再提交）', en: '{reason} Change it and submit it again.' },
  refusedTitle: { zh: '申请没有通过：{what}', en: 'Request not approved: {what}' },
  refusedRequest: { zh: '{reason}（改好后可以再申请）', en: '{reason} Mend it and ask again.' },
  licenceTitle: { zh: '许可证要换证', en: 'The licence needs renewing' },
  licenceRunsOut: {
    zh: '{day} 到期，现在就可以申请换证。',
    en: 'It expires {day}. You can ask for the renewal now.',
  },
  licenceIsOver: {
    zh: '{day} 已到期，请尽快申请换证。',
    en: 'It expired {day}. Please ask for the renewal soon.',
  },
  requestsWaiting: { zh: '{count} 个申请等待处理', en: '{count} {count|request|requests} to decide' },
  requestsWaitingText: { zh: '核对后通过或不通过。', en: 'Check, then approve or refuse.' },
  objectionsOpen: { zh: '{count} 个异议等待处理', en: '{count} {count|objection|objections} to settle' },
  objectionsOpenText: {
    zh: '店主对代下的订单有异议。',
    en: 'Owners object to orders placed for them.',
  },
  messagesFailed: { zh: '{count} 条消息没有送达', en: '{count} {count|message|messages} could not be sent' },
  messagesFailedText: { zh: '号码或邮箱可能不对。', en: 'The number or the mail address may be wrong.' },
  importsWaiting: { zh: '{count} 个导入等待确认', en: '{count} {count|import|imports} to confirm' },
  importsWaitingText: {
    zh: '预览已好，确认后才会生效。',
    en: 'The preview is ready; nothing changes until confirmed.',
  },
  odditiesOpen: {
    zh: '上个截止的周期有 {count} 家店的订单值得看一眼',
    en: '{count} {count|shop|shops} worth a look in the last closed cycle',
  },
  odditiesOpenText: {
    zh: '只是线索，请看过再下结论。',
    en: 'Evidence, not a verdict: look before you judge.',
  },
  until: { zh: '{time} 前', en: 'by {time}' },
} as const satisfies Texts
