import type { Texts } from '../languages.ts'

/** The home page: what is due, and what changed. */
export const homeTexts = {
  due: { zh: '今天要办 {count} 件事', en: '{count} {count|thing|things} to do today' },
  nothingDue: { zh: '现在没有要办的事', en: 'Nothing is due now' },
  grade: { zh: '{shop} · {grade} 档', en: '{shop} · grade {grade}' },
  order: { zh: '本周订货', en: "This week's order" },
  orderDaily: { zh: '订货', en: 'Order' },
  left: { zh: '还剩 {time}', en: '{time} left' },
  draft: { zh: '草稿 {count} 个品规，合计 ', en: 'A draft of {count} {count|product|products}, ' },
  available: { zh: '，可用余额 {available}', en: '; {available} available' },
  noDraft: { zh: '还没有填数量', en: 'No quantities yet' },
  goOn: { zh: '继续订货', en: 'Go on ordering' },
  start: { zh: '开始订货', en: 'Start the order' },
  asLast: { zh: '照上周再来一单', en: 'Order as last time' },
  placed: { zh: '本周订单已提交', en: "This week's order is in" },
  placedText: {
    zh: '订单 {number}，{count} 行，合计 ',
    en: 'Order {number}, {count} {count|line|lines}, total ',
  },
  changeUntil: { zh: '{time} 前可改', en: 'Open until {time}' },
  see: { zh: '看订单', en: 'See the order' },
  change: { zh: '修改', en: 'Change it' },
  noWindow: { zh: '订货窗口没有开放', en: 'No order window is open' },
  noWindowText: { zh: '开放以后，这里会出现要办的事。', en: 'What is due appears here once it opens.' },
  last: { zh: '最近一张订单：', en: 'Latest order: ' },
  staffHello: { zh: '{name}，您好', en: 'Hello, {name}' },
  staffOrders: { zh: '本周的订单', en: 'Orders of this week' },
  staffOrdersText: {
    zh: '看自己单位的订单，按单位和周期筛选。',
    en: 'Orders of your units, by unit and cycle.',
  },
  staffCustomers: { zh: '客户', en: 'Customers' },
  staffCustomersText: { zh: '看客户，代客户下单。', en: 'Look at customers, order on their behalf.' },
  staffImports: { zh: '导入', en: 'Imports' },
  staffImportsText: {
    zh: '客户、商品、价格、限量，从 CSV 读入。',
    en: 'Customers, products, prices and limits from CSV.',
  },
  staffPeople: { zh: '员工', en: 'Staff' },
  staffPeopleText: { zh: '邀请员工，安排角色和单位。', en: 'Invite staff, give roles within units.' },
  go: { zh: '去看', en: 'Open' },
} as const satisfies Texts
