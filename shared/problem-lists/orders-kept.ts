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
  'orders.draft_spent': {
    status: 412,
    zh: '这份草稿读出来以后，这家店又下了订单或改了订单，草稿里的可能已经订过。请看一眼最新的订单和草稿，要再订就再提交一次。',
    en: 'Since this draft was read, this shop placed or changed an order that may hold what it holds. Look at the latest order and draft, and submit again if more is wanted.',
  },
  'orders.basket_changed': {
    status: 412,
    zh: '草稿已在另一处改为第 {current} 版。',
    en: 'The draft was changed elsewhere to version {current}.',
  },
  'orders.reminders_over': {
    status: 409,
    zh: '订货已于 {closesAt} 截止，不能再提醒。请选还开放的窗口。',
    en: 'The window closed at {closesAt}: nobody is reminded of it any more. Choose one that is open.',
  },
  'orders.shop_reminded': {
    status: 409,
    zh: '{remindedAt} 已提醒过，一个窗口只提醒一次。要催请打电话。',
    en: 'It was reminded at {remindedAt}, and a shop is reminded once a window. Call it instead.',
  },
  'orders.shop_has_ordered': {
    status: 409,
    zh: '刚刚已经下单，不用再提醒。',
    en: 'It has ordered meanwhile: there is nothing to remind it of.',
  },
  'orders.shop_without_people': {
    status: 422,
    zh: '没有能订货的人可通知。请打电话，或在客户页邀请店主或订货员。',
    en: 'There is nobody to tell who may order. Call it, or invite an owner or a buyer on its page.',
  },
  'orders.shop_held': {
    status: 422,
    zh: '暂停订货，提醒了也下不了单。请先在客户页恢复订货。',
    en: 'It is on hold and could not order. Let it order again on its page first.',
  },
  'orders.shop_not_waited_for': {
    status: 422,
    zh: '已不属于这个窗口，请刷新名单。',
    en: 'It does not belong to this window any more. Reload the list.',
  },
  'orders.document_differs': {
    status: 409,
    zh: '单据 {key} 已经记录过，内容不同。更正请用另一个单据号。',
    en: 'Document {key} was recorded before with other content. Use another number for a correction.',
  },
} as const
