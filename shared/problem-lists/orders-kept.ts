/** What the server alone says of orders, drafts and lists. */
export const keptOrderProblems = {
  'orders.order_not_found': { status: 404, zh: '没有这张订单。', en: 'There is no such order.' },
  'orders.lines_refused': {
    status: 422,
    zh: '有 {count} 处要改，订单没有提交，内容已保留。',
    en: '{count} point(s) need a change. The order was not placed; nothing is lost.',
  },
  'orders.not_changeable': {
    status: 409,
    zh: '订单已是“{state}”，不能再改。',
    en: 'The order is already “{state}” and cannot be changed.',
  },
  'orders.list_not_found': {
    status: 404,
    zh: '没有这个常订清单，可能已被删除。',
    en: 'There is no such list. It may have been deleted.',
  },
  'orders.too_many_lists': {
    status: 422,
    zh: '最多存 {most} 个清单，请先删一个。',
    en: 'At most {most} lists are kept. Delete one first.',
  },
  'orders.rows_too_many': {
    status: 422,
    zh: '文件超过 {most} 行，请分成几个文件。',
    en: 'The file has over {most} rows. Split it.',
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
} as const
