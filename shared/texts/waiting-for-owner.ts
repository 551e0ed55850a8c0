import type { Texts } from '../languages.ts'

/** What staff are told of an order that waits for its owner. */
export const waitingForOwnerTexts = {
  order: {
    zh: '{name} 提交的 {count} 行（{total}）在等店主同意。先和店主说好，再下就是两份。',
    en: '{count} {count|line|lines} by {name} ({total}) {count|waits|wait} for the owner. Speak with the owner before you order the same again.',
  },
  change: {
    zh: '{name} 对本期订单的修改（{count} 行，{total}）在等店主同意。先和店主说好再改。',
    en: 'A change by {name} ({count} {count|line|lines}, {total}) waits for the owner. Speak with the owner before you change the order.',
  },
  unknown: {
    zh: '没查到有没有订单在等店主同意。',
    en: 'Whether an order waits for the owner could not be looked up.',
  },
  see: { zh: '看这一份', en: 'See it' },
} as const satisfies Texts
