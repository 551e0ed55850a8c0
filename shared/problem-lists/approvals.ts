/** What can be wrong when an order waits for the owner's yes. */
export const approvalProblems = {
  'approvals.not_found': {
    status: 404,
    zh: '没有这个待同意的订单。',
    en: 'There is no such order to approve.',
  },
  'approvals.ended': {
    status: 409,
    zh: '这张订单已经“{state}”，请刷新后再看。',
    en: 'This order is already “{state}”. Look at it again.',
  },
  'approvals.not_offered': {
    status: 422,
    zh: '这家店不用店主同意：请直接下单，超出额度请减少数量。',
    en: 'This shop does without approvals: place the order yourself, within your limit.',
  },
} as const
