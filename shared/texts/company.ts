import type { Texts } from '../languages.ts'

/** The company's settings and its tree of units. */
export const companyTexts = {
  title: { zh: '公司', en: 'Company' },
  settings: { zh: '设置', en: 'Settings' },
  onlyRoot: {
    zh: '只有根单位的管理员能修改公司的设置和单位。',
    en: 'Only administrators of the root unit change settings and units.',
  },
  history: { zh: '设置和单位的改动记录', en: 'History of settings and units' },
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  supplied: { zh: '按周期供货（限量）', en: 'Supplied by cycle, within limits' },
  traded: { zh: '每日接单（贸易）', en: 'Traded, with a daily cut-off' },
  ordersHint: {
    zh: '有店家在正开着的周期里下过单时，不能改。',
    en: 'Does not change while shops have orders in an open cycle.',
  },
  fixedHint: { zh: '有了客户以后不能改。', en: 'Stays once there are customers.' },
  zoneHint: {
    zh: '与系统运行的时区一致；排好订货日历后不能改。',
    en: 'The zone that the portal runs in; stays once an order plan is kept.',
  },
  colourFits: { zh: '白字清楚（对比度 {contrast}）', en: 'White text reads well (contrast {contrast})' },
  colourHides: {
    zh: '白字看不清（对比度 {contrast}，至少 4.5）',
    en: 'White text cannot be read (contrast {contrast}, at least 4.5)',
  },
  takeNearest: { zh: '用最接近的 {nearest}', en: 'Use the nearest, {nearest}' },
  units: { zh: '单位', en: 'Units' },
  unitsHint: {
    zh: '改名随时可以。移动或移除只限空的单位：没有下级、客户和员工。',
    en: 'A unit can be renamed at any time. Only an empty one, without units, customers and staff, can be moved or removed.',
  },
  level: { zh: '级别名称', en: 'Kind of unit' },
  levelHint: { zh: '例如“县”', en: 'As “county”' },
  levelZh: { zh: '级别（中文）', en: 'Kind, in Chinese' },
  levelEn: { zh: '级别（英文）', en: 'Kind, in English' },
  code: { zh: '代码', en: 'Code' },
  codeHint: {
    zh: '字母、数字和连字符，定了就不改。',
    en: 'Letters, digits and hyphens; it stays as it is.',
  },
  below: { zh: '下级 {count} 个', en: 'Units below: {count}' },
  rename: { zh: '改名', en: 'Rename' },
  renameOf: { zh: '“{name}”改名', en: 'Rename “{name}”' },
  addBelow: { zh: '加下级', en: 'Add below' },
  addBelowOf: { zh: '在“{name}”下面加单位', en: 'Add a unit below “{name}”' },
  move: { zh: '移动', en: 'Move' },
  moveOf: { zh: '移动“{name}”', en: 'Move “{name}”' },
  under: { zh: '放到哪个单位下面', en: 'Put it under' },
  remove: { zh: '移除', en: 'Remove' },
  removeOf: { zh: '移除“{name}”？', en: 'Remove “{name}”?' },
  removeHint: {
    zh: '移除后，这个单位不再能选；它的改动记录还在。要核对几秒钟。',
    en: 'It can no longer be chosen; its history stays. Checking takes a few seconds.',
  },
  nowIs: { zh: '现在是：{name}', en: 'It is now called {name}' },
} as const satisfies Texts

/** What the settings are called. */
export const companyFieldTexts = {
  name: { zh: '公司名称', en: 'Name of the company' },
  servicePhone: { zh: '服务电话', en: 'Service telephone' },
  brandColour: { zh: '公司颜色', en: 'Colour of the company' },
  oneOrderACycle: { zh: '每家店每周期一张订单', en: 'One order a shop and cycle' },
  pricesIncludeTax: { zh: '价格含税', en: 'Prices include tax' },
  preset: { zh: '经营方式', en: 'Way of trading' },
  currency: { zh: '币种', en: 'Currency' },
  timeZone: { zh: '时区', en: 'Time zone' },
} as const satisfies Texts

/** What happened to the company. */
export const companyEventTexts = {
  'company.begun': { zh: '开始使用', en: 'Begun' },
  'company.saved': { zh: '设置公司', en: 'Set up' },
  'company.changed': { zh: '改设置', en: 'Settings changed' },
  'unit.saved': { zh: '加单位或改名', en: 'Unit added or renamed' },
  'unit.moved': { zh: '移动单位', en: 'Unit moved' },
  'unit.removed': { zh: '移除单位', en: 'Unit removed' },
} as const satisfies Texts
