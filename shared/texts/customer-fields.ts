import type { Texts } from '../languages.ts'

/** What the fields of a customer are called: in forms, lists, history and files. */
export const customerFieldTexts = {
  number: { zh: '客户号', en: 'Number' },
  code: { zh: '编码', en: 'Code' },
  name: { zh: '店名', en: 'Name' },
  nameZh: { zh: '店名（中文）', en: 'Name (Chinese)' },
  nameEn: { zh: '店名（英文）', en: 'Name (English)' },
  kind: { zh: '类型', en: 'Kind' },
  licence: { zh: '许可证', en: 'Licence' },
  licenceNumber: { zh: '许可证号', en: 'Licence number' },
  expiresOn: { zh: '到期日', en: 'Expires on' },
  format: { zh: '业态', en: 'Format' },
  unitPath: { zh: '单位', en: 'Unit' },
  batch: { zh: '订货批次', en: 'Order batch' },
  route: { zh: '送货线路', en: 'Route' },
  priceList: { zh: '价目', en: 'Price list' },
  groupList: { zh: '客户群价目', en: 'Group price list' },
  customerClass: { zh: '分类', en: 'Class' },
  grade: { zh: '档位', en: 'Grade' },
  holdReason: { zh: '暂停原因', en: 'Reason of the hold' },
  creditLimit: { zh: '信用额度', en: 'Credit limit' },
  balance: { zh: '余额', en: 'Balance' },
  reserved: { zh: '已占用', en: 'Reserved' },
  available: { zh: '还可用', en: 'Available' },
  addresses: { zh: '收货地址', en: 'Delivery addresses' },
  phone: { zh: '店里电话', en: 'Shop phone' },
  note: { zh: '内部备注', en: 'Internal note' },
} as const satisfies Texts

/** What kind of customer it is. */
export const customerKindTexts = {
  retailer: { zh: '零售户', en: 'Retailer' },
  distributor: { zh: '经销商', en: 'Distributor' },
} as const satisfies Texts
