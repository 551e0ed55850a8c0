import type { Texts } from '../languages.ts'

/** The page that stands in for any other while there is no network. */
export const noNetworkTexts = {
  title: { zh: '没有网络', en: 'No network' },
  text: {
    zh: '这一页要连上网才能看。订货页没有网络也能接着填，草稿先存在这台设备上。',
    en: 'This page needs a network. The order page goes on without one: the draft is kept on this device.',
  },
  toOrder: { zh: '接着填订单', en: 'Go on with the order' },
  again: { zh: '再试一次', en: 'Try again' },
} as const satisfies Texts
