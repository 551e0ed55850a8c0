import type { Texts } from '../languages.ts'

/** What the histories of a person's own choices and of the company tell. */
export const toldSettingTexts = {
  reach: { zh: '我的姓名和联系方式：改动记录', en: 'How I am called and reached: history' },
  largeMode: { zh: '长辈模式：改动记录', en: 'Large mode: history' },
  company: { zh: '公司设置和单位：改动记录', en: 'The company and its units: history' },
  preset: { zh: '经营方式', en: 'Kind of business' },
  supplied: { zh: '专卖供货', en: 'Supplied' },
  traded: { zh: '经销', en: 'Traded' },
  companyName: { zh: '公司名称', en: 'Name' },
  currency: { zh: '货币', en: 'Currency' },
  timeZone: { zh: '时区', en: 'Time zone' },
  brandColour: { zh: '主色', en: 'Brand colour' },
  servicePhone: { zh: '客服电话', en: 'Service phone' },
  oneOrderACycle: { zh: '每周期一单', en: 'One order a cycle' },
  pricesIncludeTax: { zh: '价格含税', en: 'Prices include tax' },
  unit: { zh: '单位 {path}', en: 'Unit {path}' },
} as const satisfies Texts
