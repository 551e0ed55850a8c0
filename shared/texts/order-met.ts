import type { Texts } from '../languages.ts'

/** What the order page says when another device kept or ordered the same draft. */
export const orderMetTexts = {
  ordered: {
    zh: '另一处刚下了订单或改了订单，这次没有重复下单。',
    en: 'An order was placed or changed elsewhere meanwhile; nothing was ordered twice.',
  },
  left: {
    zh: '已订过的不再留在草稿里：{names}。还要再订一次，就放回来。',
    en: 'What was ordered has left the draft: {names}. Put it back to order it once more.',
  },
  merged: {
    zh: '草稿在另一处也改过，已合并；您刚填的以您的为准。',
    en: 'The draft was changed elsewhere too. Both were merged; what you just typed stays yours.',
  },
  added: { zh: '另一处改的：{names}。', en: 'Changed elsewhere: {names}.' },
  differing: {
    zh: '{name}：您填 {mine}，另一处是 {theirs}。',
    en: '{name}: yours {mine}, elsewhere {theirs}.',
  },
  written: { zh: '单号、备注或地址在另一处改过。', en: 'Number, note or address were changed elsewhere.' },
  andMore: { zh: '{names}等 {count} 种', en: '{names} and others, {count} in all' },
  comma: { zh: '、', en: ', ' },
  seeOrders: { zh: '看订单', en: 'See the orders' },
  putBack: { zh: '放回来', en: 'Put them back' },
  seen: { zh: '知道了', en: 'Got it' },
} as const satisfies Texts
