import type { Texts } from '../languages.ts'

/** The home page: what is due, by the time left. */
export const homeTexts = {
  nothingDue: { zh: '现在没有要办的事', en: 'Nothing is due now' },
  due: { zh: '今天要办 {count} 件事', en: '{count} {count|thing|things} to do today' },
  grade: { zh: '{grade} 档', en: 'grade {grade}' },
  weeklyOrder: { zh: '本周订货', en: 'This week’s order' },
  order: { zh: '今日订货', en: 'Today’s order' },
  draft: {
    zh: '草稿 {products} 个品规，合计 {total}。',
    en: 'Draft of {products} {products|product|products}, {total}.',
  },
  noDraft: {
    zh: '还没有填。{count} 个品规可订。',
    en: 'Nothing entered yet. {count} {count|product|products} can be ordered.',
  },
  available: { zh: '可用额 {available}', en: '{available} available' },
  goOn: { zh: '继续订货', en: 'Go on ordering' },
  start: { zh: '开始订货', en: 'Start ordering' },
  likeLast: { zh: '照上次再来一单', en: 'Repeat the last order' },
  ordered: { zh: '本周已订 {number}', en: 'Ordered this week: {number}' },
  orderedHint: {
    zh: '{lines} 行，合计 {total}。截止前都可以改。',
    en: '{lines} {lines|line|lines}, {total}. It can be changed until the cut-off.',
  },
  draftOfChange: { zh: '有没提交的修改。', en: 'There is a change that is not submitted.' },
  see: { zh: '看订单', en: 'See the order' },
  change: { zh: '修改', en: 'Change' },
  noWindow: { zh: '窗口没有开，仍可以先填草稿。', en: 'No window is open; you can prepare a draft.' },
  prepare: { zh: '先填草稿', en: 'Prepare a draft' },
  onHold: { zh: '暂停订货', en: 'Ordering is on hold' },
  callService: { zh: '联系服务', en: 'Call the service desk' },
  latest: { zh: '最近一单', en: 'Latest order' },
  noOrders: {
    zh: '第一张订单提交之后，这里会显示它走到哪一步。',
    en: 'Once your first order is in, you can follow it here.',
  },
  staffTitle: { zh: '{name}，您好', en: 'Hello, {name}' },
  staffOrders: { zh: '看所辖单位的订单', en: 'Orders of your units' },
  staffOrdersHint: {
    zh: '按单位和周期看谁订了、订了多少。',
    en: 'By unit and cycle: who ordered, and how much.',
  },
  staffCustomers: { zh: '客户与代下单', en: 'Customers, and ordering on their behalf' },
  staffCustomersHint: {
    zh: '看到的和店里一样，代下单会记录在案。',
    en: 'You see what the shop sees; what you do for it goes on the record.',
  },
  staffImports: { zh: '导入客户、商品、价格、限量', en: 'Import customers, products, prices, limits' },
  staffImportsHint: {
    zh: '每一行都有结论，可以离开再回来看进度。',
    en: 'Every row gets its verdict; leave and come back to the progress.',
  },
  staffPeople: { zh: '员工和角色', en: 'Staff and roles' },
  staffPeopleHint: {
    zh: '邀请员工，给出所辖单位内的角色。',
    en: 'Invite people and give them roles within units.',
  },
} as const satisfies Texts
