import type { Texts } from '../languages.ts'

/** What the histories of orders, of approvals and of objections tell. */
export const toldOrderTexts = {
  orderAsOf: { zh: '查看某一天的订单', en: 'The order as it stood on a day' },
  correction: { zh: '更正的原因', en: 'Reason of the correction' },
  wantedMore: { zh: '需求 {wanted}', en: 'wanted {wanted}' },
  message: { zh: '给店主的话', en: 'To the owner' },
  reason: { zh: '原因', en: 'Reason' },
  state: { zh: '状态', en: 'State' },
  objection: { zh: '异议', en: 'Objection' },
  waits: { zh: '等待答复', en: 'Waiting' },
  isCorrected: { zh: '订单改好了', en: 'The order was put right' },
  isExplained: { zh: '已答复', en: 'Answered' },
  answer: { zh: '答复', en: 'Answer' },
} as const satisfies Texts
