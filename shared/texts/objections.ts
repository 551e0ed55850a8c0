import type { Texts } from '../languages.ts'

/** What a shop has against an order placed in its name, and putting an order right. */
export const objectionTexts = {
  raise: { zh: '这单不对，提出异议', en: 'This is wrong: object' },
  raiseAsk: { zh: '哪里不对？', en: 'What is wrong?' },
  until: {
    zh: '工作人员代下的单，{time} 前可以提出异议。',
    en: 'Placed by our staff. You can object until {time}.',
  },
  send: { zh: '提出异议', en: 'Send the objection' },
  raised: { zh: '店主对这张订单有异议', en: 'The owner objects to this order' },
  raisedOwn: { zh: '异议已收到，会尽快答复', en: 'We have your objection and will answer soon' },
  corrected: { zh: '异议已处理：订单改好了', en: 'Objection settled: the order was put right' },
  explained: { zh: '异议已答复', en: 'Objection answered' },
  settle: { zh: '处理异议', en: 'Settle it' },
  outcome: { zh: '怎么处理的', en: 'What became of it' },
  isCorrected: { zh: '订单已经改好', en: 'The order was put right' },
  isExplained: { zh: '订单不改，说明原因', en: 'It stays as it is; here is why' },
  answer: { zh: '给店主的答复', en: 'The answer to the owner' },
  by: { zh: '{name} · {time}', en: '{name} · {time}' },
  correct: { zh: '更正订单', en: 'Correct the order' },
  correctText: {
    zh: '窗口关闭后也能改。原因会记在订单上，店主会收到通知。',
    en: 'Possible after the window too. The reason stands on the order, and the owner is told.',
  },
  reason: { zh: '更正的原因', en: 'Reason of the correction' },
  correctedBecause: { zh: '工作人员更正：{reason}', en: 'Corrected by our staff: {reason}' },
  overridden: { zh: '放宽了：{rules}', en: 'Set aside: {rules}' },
  setAside: { zh: '放宽这些规则，并记在订单上', en: 'Set these rules aside, and mark it on the order' },
  limit: { zh: '限量', en: 'limit' },
  band: { zh: '价位段', en: 'price band' },
  multiple: { zh: '起订和倍数', en: 'minimum and multiple' },
  minimum: { zh: '起订额', en: 'order minimum' },
} as const satisfies Texts
