import type { Texts } from '../languages.ts'

/** The page that says how to reach the company. */
export const serviceTexts = {
  title: { zh: '服务', en: 'Service' },
  lead: { zh: '有问题，打电话给我们。', en: 'Something wrong? Call us.' },
  phone: { zh: '服务电话', en: 'Service line' },
  phoneLoading: { zh: '正在读取电话号码', en: 'Loading the number' },
  phoneUnknown: { zh: '没有读到电话号码，点这里重试', en: 'The number could not be read: try again' },
  ready: { zh: '打之前请准备好', en: 'Have these at hand' },
  readyNumber: {
    zh: '订单号，在“订单”里每张订单的左上角，例如 0183-27K。',
    en: 'The order number: top left of every order under “Orders”, such as 0183-27K.',
  },
  readyShop: { zh: '店名和许可证号。', en: 'The name of the shop and its licence number.' },
  readyPicture: { zh: '货物有问题时，先拍一张照片。', en: 'A photograph, when goods are damaged.' },
  orderHelp: {
    zh: '要改订单或取消订单，截止前可以自己办：',
    en: 'You can change or cancel an order yourself until the cut-off:',
  },
  toOrders: { zh: '去看订单', en: 'Go to the orders' },
} as const satisfies Texts
