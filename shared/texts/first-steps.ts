import type { Texts } from '../languages.ts'

/** What a new company does until its shops can order: what each step is, what there is of it, and what it takes. */
export const firstStepTexts = {
  title: { zh: '开张之前：还有 {count} 步', en: 'Before shops can order: {count} {count|step|steps} to go' },
  lead: {
    zh: '做完这些，店就能订货；头一个窗口开了，这里就不再出现。',
    en: 'Shops can order once these are done; this goes away when the first window opens.',
  },
  done: { zh: '好了', en: 'Done' },
  next: { zh: '可以做了', en: 'Ready to do' },
  waiting: { zh: '还不到', en: 'Not yet' },
  after: { zh: '先要有{steps}。', en: 'First: {steps}.' },
  byOthers: { zh: '{step}（由同事办）', en: '{step} (a colleague’s)' },

  units: { zh: '单位', en: 'Units' },
  unitsCount: { zh: '{count} 个单位', en: '{count} {count|unit|units}' },
  unitsHint: {
    zh: '省、市、县，或您公司的分法。客户和员工都挂在单位上，所以先排单位。',
    en: 'Regions, branches, or whatever yours are called. Customers and staff belong to one, so they come first.',
  },
  staff: { zh: '员工', en: 'Staff' },
  staffCount: { zh: '{count} 人可以登录', en: '{count} can sign in' },
  staffHint: {
    zh: '请同事进来：订货台、客户经理、货源计划。各人只看自己单位的。',
    en: 'Invite the order desk, account managers, supply planners. Each sees their own units alone.',
  },
  calendar: { zh: '订货日历', en: 'Order calendar' },
  calendarCount: { zh: '{count} 个批次', en: '{count} {count|batch|batches}' },
  calendarHint: {
    zh: '批次、窗口、每日截止、单双周的基准日。系统已按经营方式填好一份，看过再保存。',
    en: 'Batches, windows, the daily cut-off, the week that odd ones count from. One is filled in already: look, then save.',
  },
  products: { zh: '商品', en: 'Products' },
  productsCount: { zh: '{count} 个商品', en: '{count} {count|product|products}' },
  productsHint: {
    zh: '文件每行一个商品，必须有 code 和 name_zh，最好有 unit_zh、category、barcode。',
    en: 'A file with a product a row: code and name_zh must be there; unit_zh, category and barcode help.',
  },
  prices: { zh: '价格', en: 'Prices' },
  pricesCount: {
    zh: '{count} 个商品有价并已发布',
    en: '{count} {count|product|products} with a price, published',
  },
  pricesHint: {
    zh: '文件每行一个价格，必须有 product（商品代码）和 price，没有 list 就归入 standard。',
    en: 'A file with a price a row: product (its code) and price; without list it goes into standard.',
  },
  limits: { zh: '限量', en: 'Limits' },
  limitsCount: {
    zh: '接下来 {of} 个窗口，{count} 个有限量',
    en: '{count} of the {of} coming {of|window has|windows have} limits',
  },
  limitsHint: {
    zh: '文件必须有 cycle（在日历里点开一个周期，就看到编号）、product，再加 grade 和 quantity，或 first_come。没有限量的商品随便订。',
    en: 'A file with cycle (open one in the calendar to see its id), product, then grade and quantity, or first_come. What has no limit can be ordered freely.',
  },
  customers: { zh: '客户', en: 'Customers' },
  customersCount: { zh: '{count} 个客户', en: '{count} {count|customer|customers}' },
  customersHint: {
    zh: '文件每行一家店，必须有 code 和 name_zh，最好有 unit、batch、price_list、grade；带 owner_name 和 owner_phone，店主就能登录，只是系统不发短信，要您自己告诉他们。',
    en: 'A file with a shop a row: code and name_zh must be there; add unit, batch, price_list, grade. With owner_name and owner_phone its owner can sign in, but is sent nothing: tell them yourself.',
  },
  owners: { zh: '店主', en: 'Owners' },
  ownersCount: {
    zh: '{count} 家店的店主可以登录',
    en: '{count} {count|shop has an owner who|shops have owners who} can sign in',
  },
  ownersHint: {
    zh: '在客户页邀请店主，有手机号就行，系统会发短信；或在客户文件里带上 owner_name 和 owner_phone。',
    en: 'Invite them on the page of each customer: a phone number is enough, and they are sent an SMS. Or have owner_name and owner_phone in the customer file.',
  },
  window: { zh: '第一个订货窗口', en: 'The first order window' },
  windowCount: { zh: '{time} 开', en: 'Opens {time}' },
  windowHint: {
    zh: '到时间自己开，不用按什么。想早一点，在日历里改那个周期的开始时间。',
    en: 'It opens by itself. To open it earlier, change that cycle in the calendar.',
  },
} as const satisfies Texts
