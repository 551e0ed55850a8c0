/** What can be wrong with an objection to an order. */
export const objectionProblems = {
  'objections.not_found': {
    status: 404,
    zh: '这张订单没有异议。',
    en: 'Nobody objected to this order.',
  },
  'objections.not_on_behalf': {
    status: 422,
    zh: '这张订单是本店自己下的，可以直接修改。',
    en: 'The shop placed this order itself; change it instead.',
  },
  'objections.too_late': {
    status: 422,
    zh: '提出异议的时间到 {until} 为止，请打客服电话。',
    en: 'Objections were open until {until}. Please phone us.',
  },
  'objections.already_raised': {
    status: 409,
    zh: '这张订单已经提过异议。',
    en: 'There is an objection to this order already.',
  },
  'objections.already_settled': {
    status: 409,
    zh: '这个异议已经处理过了。',
    en: 'This objection is settled already.',
  },
  'objections.not_corrected': {
    status: 422,
    zh: '订单从提出异议以来没有改过，请先改订单，或者选“说明”。',
    en: 'The order has not changed since the objection. Correct it first, or explain.',
  },
} as const
