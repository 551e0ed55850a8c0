import type { Texts } from '../languages.ts'

/** Large mode: its switch, its three buttons, and reading aloud. */
export const largeModeTexts = {
  largeMode: { zh: '长辈模式', en: 'Large mode' },
  readAloud: { zh: '读给我听', en: 'Read aloud' },
  stopReading: { zh: '停', en: 'Stop' },
  order: { zh: '订货', en: 'Order' },
  orders: { zh: '我的订单', en: 'My orders' },
  call: { zh: '打电话找客服', en: 'Call service' },
  shortWays: { zh: '常用', en: 'Shortcuts' },
} as const satisfies Texts
