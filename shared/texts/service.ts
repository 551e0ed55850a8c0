import type { Texts } from '../languages.ts'

/** How to reach the company's service desk. */
export const serviceTexts = {
  title: { zh: '需要帮忙时', en: 'When you need help' },
  call: { zh: '请打服务电话', en: 'Call the service desk' },
  hint: {
    zh: '少货、破损、送错、价格不对，打这个电话就能登记。请准备好订单号。',
    en: 'Short, damaged or wrong deliveries and wrong prices are taken down on this line. Have the order number at hand.',
  },
  about: {
    zh: '订货和改单请用“订货”，窗口开着时都可以改。',
    en: 'To order or to change an order use “Order”; it stays open until the cut-off.',
  },
} as const satisfies Texts
