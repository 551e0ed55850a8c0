import type { CustomerState } from '#accounts'
import {
  type Columns,
  choiceCell,
  dateCell,
  moneyCell,
  phoneCell,
  textCell,
  wholeCell,
} from './cell-rules.ts'

const MOST_NUMBER = 99_999_999
const nobody = () => undefined

/** The columns of customers. The last three bring an owner, and are not exported. */
export const customerColumns = {
  code: {
    title: { zh: '客户编码', en: 'Customer code' },
    aliases: ['customer id', 'customer', '客户', '编码', '客户号', '许可证编码'],
    codec: textCell(40),
    isRequired: true,
    of: ({ customer }) => customer.code,
    examples: ['530102-0183', '530102-0184'],
  },
  name_zh: {
    title: { zh: '名称', en: 'Name' },
    aliases: ['name (zh)', '客户名称', '店名', '店铺名称', '企业名称'],
    codec: textCell(),
    isRequired: true,
    of: ({ customer }) => customer.name.zh,
    examples: ['福来超市', '兴旺便利店'],
  },
  name_en: {
    title: { zh: '英文名称', en: 'Name in English' },
    aliases: ['name (en)', 'english name', '英文名'],
    codec: textCell(),
    of: ({ customer }) => customer.name.en,
    examples: ['Fulai Market', 'Xingwang Store'],
  },
  number: {
    title: { zh: '短号', en: 'Short number' },
    aliases: ['no', 'number', '序号'],
    codec: wholeCell(1, MOST_NUMBER),
    of: ({ customer }) => customer.number,
    examples: ['183', '184'],
  },
  kind: {
    title: { zh: '类型', en: 'Kind' },
    aliases: ['type', '客户类型'],
    codec: choiceCell(['retailer', 'distributor']),
    of: ({ customer }) => customer.kind,
    examples: ['retailer', 'distributor'],
  },
  licence: {
    title: { zh: '许可证号', en: 'Licence number' },
    aliases: ['licence', 'license', '许可证', '专卖证号'],
    codec: textCell(),
    of: ({ customer }) => customer.licence.number,
    examples: ['530102100183', '530102100184'],
  },
  licence_expires: {
    title: { zh: '许可证到期日', en: 'Licence expires' },
    aliases: ['expiry', 'licence end', '到期日', '有效期至'],
    codec: dateCell,
    of: ({ customer }) => customer.licence.expiresOn,
    examples: ['2027-12-31', ''],
  },
  format: {
    title: { zh: '业态', en: 'Format' },
    aliases: ['store format', '经营业态'],
    codec: textCell(),
    of: ({ customer }) => customer.format,
    examples: ['便利店', '超市'],
  },
  address: {
    title: { zh: '地址', en: 'Address' },
    aliases: ['street', '经营地址', '送货地址'],
    codec: textCell(),
    of: ({ customer }) => mainAddressOf(customer.addresses)?.text,
    examples: ['人民路 1 号', '人民路 2 号'],
  },
  unit: {
    title: { zh: '所属单位', en: 'Unit' },
    aliases: ['unit path', '单位', '组织', '部门'],
    codec: textCell(),
    of: ({ customer }) => customer.unitPath,
    examples: ['hq/53/5301', 'hq/53/5301'],
  },
  batch: {
    title: { zh: '订货批次', en: 'Order batch' },
    aliases: ['batch', '批次', '订货日'],
    codec: textCell(60),
    of: ({ account }) => account.batch,
    examples: ['daily', 'weekly-1'],
  },
  price_list: {
    title: { zh: '价目表', en: 'Price list' },
    aliases: ['list', '价目', '价格表'],
    codec: textCell(20),
    of: ({ account }) => account.priceList,
    examples: ['standard', 'standard'],
  },
  group_list: {
    title: { zh: '客户群价目表', en: 'Price list of the group' },
    aliases: ['group list', '群价目'],
    codec: textCell(20),
    of: ({ account }) => account.groupList,
    examples: ['', ''],
  },
  class: {
    title: { zh: '分类', en: 'Class' },
    aliases: ['customer class', '客户分类', '等级'],
    codec: textCell(40),
    of: ({ account }) => account.customerClass,
    examples: ['', ''],
  },
  route: {
    title: { zh: '送货线路', en: 'Route' },
    aliases: ['delivery route', '线路'],
    codec: textCell(40),
    of: ({ customer }) => customer.route,
    examples: ['城东一线', ''],
  },
  shop_phone: {
    title: { zh: '店里电话', en: 'Shop phone' },
    aliases: ['landline', '座机', '固定电话'],
    codec: textCell(40),
    of: ({ customer }) => customer.phone,
    examples: ['', ''],
  },
  grade: {
    title: { zh: '档位', en: 'Grade' },
    aliases: ['级别', '档级'],
    codec: wholeCell(1, 99),
    of: ({ account }) => account.grade,
    examples: ['18', '12'],
  },
  hold: {
    title: { zh: '停订原因', en: 'Hold reason' },
    aliases: ['hold', '暂停原因'],
    codec: textCell(),
    of: ({ account }) => account.holdReason,
    examples: ['', ''],
  },
  credit_limit: {
    title: { zh: '信用额度', en: 'Credit limit' },
    aliases: ['credit', '额度'],
    codec: moneyCell,
    of: ({ account }) => account.creditLimit,
    examples: ['5000.00', ''],
  },
  balance: {
    title: { zh: '余额', en: 'Balance' },
    aliases: ['account balance', '账户余额'],
    codec: moneyCell,
    of: ({ account }) => account.balance,
    examples: ['0.00', '0.00'],
  },
  owner_name: {
    title: { zh: '店主姓名', en: 'Owner name' },
    aliases: ['owner', '店主', '老板', '老板姓名', '负责人', '联系人'],
    codec: textCell(),
    of: nobody,
    isBeside: true,
    examples: ['王芳', ''],
  },
  owner_phone: {
    title: { zh: '店主手机', en: 'Owner phone' },
    aliases: ['phone', 'mobile', '手机', '电话', '手机号', '老板手机', '老板电话', '负责人手机'],
    codec: phoneCell,
    of: nobody,
    isBeside: true,
    examples: ['+8613900000001', ''],
  },
  owner_mail: {
    title: { zh: '店主邮箱', en: 'Owner mail' },
    aliases: ['email', 'e-mail', 'mail', '邮箱'],
    codec: textCell(),
    of: nobody,
    isBeside: true,
    examples: ['', ''],
  },
} as const satisfies Columns<CustomerState>

export type Addresses = CustomerState['customer']['addresses']

/** Where a customer is delivered to unless it says otherwise. */
export function mainAddressOf(addresses: Addresses) {
  return addresses.find(({ isMain }) => isMain)
}
