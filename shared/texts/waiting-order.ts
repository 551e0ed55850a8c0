import type { Texts } from '../languages.ts'

/** What every page says of an order that waited for a network; loaded once there is one. */
export const waitingOrderTexts = {
  waits: {
    zh: '有一张订单在这台设备上等网络，连上后自动提交一次。',
    en: 'An order waits on this device for a network and is sent once there is one.',
  },
  unanswered: {
    zh: '有一张订单提交后没有收到答复。连上后会再试，不会重复下单。',
    en: "An order was sent and not answered. It is tried again once there is a network and can't become two.",
  },
  otherShop: {
    zh: '“{shop}”有一张订单在这台设备上等着提交。切换到那家店才会提交。',
    en: 'An order of {shop} waits on this device. It is sent once you switch to that shop.',
  },
  switchShop: { zh: '去切换', en: 'Switch' },
  placed: {
    zh: '没有网络时排队的订单 {number} 已提交。',
    en: 'The order that waited for a network is placed: {number}.',
  },
  seeOrder: { zh: '看订单', en: 'See the order' },
  asked: {
    zh: '没有网络时排队的订单要店主同意，已提交给店主。',
    en: 'The order that waited for a network needs the owner: it is submitted for approval.',
  },
  seeApproval: { zh: '看进度', en: 'See where it is' },
  refused: {
    zh: '没有网络时排队的订单没有下成。{why}您填的都存为草稿。',
    en: 'The order that waited for a network was not placed. {why} Everything you typed is kept as a draft.',
  },
  wrongLines: {
    zh: '有 {count} 行要改。',
    en: '{count} {count|line needs|lines need} a change.',
  },
  toOrder: { zh: '去订货页', en: 'Go to the order page' },
  close: { zh: '知道了', en: 'Close' },
} as const satisfies Texts
