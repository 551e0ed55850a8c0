/** What can be wrong with an order. The order page says these itself, before anything is sent; it says no others. */
export const orderProblems = {
  'orders.not_open_yet': {
    status: 422,
    zh: '订货窗口 {opensAt} 才开放。',
    en: 'The order window opens at {opensAt}.',
  },
  'orders.after_cut_off': {
    status: 422,
    zh: '订货已于 {closesAt} 截止，这个窗口不能再下单、改单或取消。请在下个窗口订货。',
    en: 'The order window closed at {closesAt}: nothing in it can be placed, changed or cancelled any more. Order in the next window.',
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
    zh: '数量要是 0 到 {most} 的整数。可填 {nearest}。',
    en: 'A quantity is a whole number from 0 to {most}. Enter {nearest}.',
  },
  'orders.quantity_off_multiple': {
    status: 422,
    zh: '起订 {minimum}，每次加 {multiple}。可填 {nearest}。',
    en: 'At least {minimum}, in steps of {multiple}. Enter {nearest}.',
    single: { zh: '起订 {minimum}。可填 {nearest}。', en: 'At least {minimum}. Enter {nearest}.' },
  },
  'orders.over_limit': {
    status: 422,
    zh: '本周给 {grade} 档 {given}，{shops} 家同档同量。可填 {nearest}。',
    en: 'Grade {grade} gets {given} this cycle, as do {shops} shops of the same grade. Enter {nearest}.',
    doubled: {
      zh: '本店两周一访，本周加倍给 {grade} 档 {given}，{shops} 家同档。可填 {nearest}。',
      en: 'Called on every other week, this shop of grade {grade} gets twice as much this cycle: {given}. {shops} shops are of that grade. Enter {nearest}.',
    },
  },
  'orders.over_band': {
    status: 422,
    zh: '这个价位段本单最多 {room}，现在合计 {asked}。这一行可填 {nearest}。',
    en: 'This order may have {room} of this price band, and {asked} in all is asked for. Enter {nearest} in this line.',
    shared: {
      zh: '与{others}同一价位段，本单合计最多 {room}，现在 {asked}。这一行可填 {nearest}。',
      en: 'In one price band with {others}: this order may have {room} in all, and {asked} is asked for. Enter {nearest} in this line.',
    },
  },
  'orders.supply_short': {
    status: 422,
    zh: '先到先得，现在还剩 {left}。可填 {nearest}。',
    en: 'First come, first served: {left} left. Enter {nearest}.',
  },
  'orders.over_available': {
    status: 422,
    zh: '合计 {total}，可用 {available}，超出 {over}。请减少数量。',
    en: 'The total is {total}, {available} is available: {over} too much. Reduce the quantities.',
  },
  'orders.below_minimum': {
    status: 422,
    zh: '一单起订 {leastTotal}，现在合计 {total}，还差 {missing}。请再加一些商品。',
    en: 'An order comes to {leastTotal} at least; this one is {total}, so {missing} is missing. Add some more goods.',
  },
  'orders.price_changed': {
    status: 422,
    zh: '价格有更新：合计由 {seen} 变为 {total}。请核对后再提交。',
    en: 'Prices changed: the total went from {seen} to {total}. Check and submit again.',
  },
  'orders.address_unknown': {
    status: 422,
    zh: '本店没有这个送货地址，请另选一个。',
    en: 'The shop has no such delivery address. Choose another one.',
  },
  'orders.nothing_ordered': { status: 422, zh: '还没有填数量。', en: 'No quantity has been entered.' },
  'orders.product_repeated': {
    status: 422,
    zh: '同一个商品只能占一行，请合并。',
    en: 'A product stands once in an order. Merge the lines.',
  },
  'orders.too_many_lines': {
    status: 422,
    zh: '一张订单最多 {most} 行，现在有 {count} 行。请去掉 {excess} 行。',
    en: 'An order holds at most {most} lines, and there are {count}. Take out {excess}.',
  },
  'orders.already_ordered': {
    status: 409,
    zh: '本周期已有订单 {number}，请在原订单上修改。',
    en: 'There is already order {number} in this cycle. Change that one.',
  },
  'orders.over_spending': {
    status: 422,
    zh: '您的额度 {spendable}，{periodEnds} 前已用 {spent}，还剩 {unspent}，这单要用 {total}。请减少数量，或请店主同意。',
    en: 'Your limit is {spendable} until {periodEnds}; {spent} is spent and {unspent} left, this order takes {total}. Reduce the quantities, or ask the owner to approve it.',
  },
  'orders.approval_needed': {
    status: 422,
    zh: '这家店的订单都要店主同意，请提交给店主。',
    en: 'In this shop the owner approves every order. Submit it for approval.',
  },
} as const

export type OrderProblemCode = keyof typeof orderProblems
