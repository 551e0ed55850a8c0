import type { Texts } from '../languages.ts'

/** The part of the prices page that sets the order minimum. */
export const minimumSettingTexts = {
  title: { zh: '起订额', en: 'Order minimum' },
  hint: {
    zh: '一张订单含税合计至少要到这个金额。客户等级另有规定的，以等级为准；0 表示不设。保存后从下一次下单或改单起生效。',
    en: 'What one order comes to at least, with tax. A class of its own amount goes before the company; 0 is none. It holds from the next order or change on.',
  },
  none: { zh: '不设', en: 'none' },
  amount: { zh: '公司起订额', en: 'Company' },
  classes: { zh: '按客户等级', en: 'By class' },
  customerClass: { zh: '客户等级', en: 'Class' },
  classAmount: { zh: '起订额', en: 'Amount' },
  add: { zh: '添加一个等级', en: 'Add a class' },
  takeOut: { zh: '去掉', en: 'Take out' },
  save: { zh: '保存起订额', en: 'Save the minimum' },
  saved: { zh: '起订额已保存。', en: 'The order minimum is kept.' },
} as const satisfies Texts
