import type { Texts } from '../languages.ts'

/** The history of a record, the record of a day gone by, archives, and the erasure of a person. */
export const recordTexts = {
  history: { zh: '改动记录', en: 'History' },
  none: { zh: '还没有改动记录。', en: 'Nothing has happened to it yet.' },
  bySystem: { zh: '系统', en: 'The system' },
  byUnknown: { zh: '（已删除的人）', en: '(a person erased)' },
  onBehalf: { zh: '{name}（员工）', en: '{name} (staff)' },
  viaFile: { zh: '{who}，导入', en: '{who}, by import of' },
  empty: { zh: '（空）', en: '(empty)' },
  moreFields: { zh: '共 {count} 项', en: '{count} fields' },
  asOf: { zh: '查看某一天的档案', en: 'As it stood on a day' },
  asOfHint: {
    zh: '显示那一天结束时（公司所在时区）的内容。',
    en: "Shows the end of that day in the company's time zone.",
  },
  day: { zh: '日期', en: 'Day' },
  past: { zh: '{date} 结束时的档案，不是现在的', en: 'The record at the end of {date}, not of today' },
  notYet: { zh: '那一天还没有这份档案。', en: 'There was no such record on that day yet.' },
  archive: { zh: '全部资料', en: 'All that is known' },
  archiveText: {
    zh: '把这家店的档案、人员、订单、申请、消息和改动记录打成一个文件。',
    en: 'The record, people, orders, requests, messages and history of this customer as one file.',
  },
  archiveBegin: { zh: '生成文件', en: 'Make the file' },
  archiveMaking: { zh: '正在收集：{count} 项', en: 'Gathering: {count} so far' },
  archiveDownload: { zh: '下载（ZIP）', en: 'Download (ZIP)' },
  archiveHint: { zh: '下载地址一小时内有效。', en: 'It can be had for one hour.' },
  archiveFailed: { zh: '没有生成成功，请再试一次。', en: 'The file could not be made. Try again.' },
  erase: { zh: '删除个人信息', en: 'Erase the person' },
  eraseAsk: { zh: '删除 {name} 的个人信息？', en: 'Erase {name}?' },
  eraseGoes: {
    zh: '删掉：姓名、手机号、邮箱、登录；在所有店里的成员和联系人身份。不能恢复。',
    en: 'Gone for good: name, phone number, mail address, sign-in, and every role at every shop.',
  },
  eraseStays: {
    zh: '保留：这个人经手的订单和改动记录，不再带名字。',
    en: 'Kept: the orders and changes they made, without a name.',
  },
  eraseType: { zh: '请输入姓名确认：{name}', en: 'Type the name to confirm: {name}' },
} as const satisfies Texts

/** What happened to a record, by the type of its event. */
export const recordEventTexts = {
  'customer.saved': { zh: '改档案', en: 'Record changed' },
  'customer.graded': { zh: '调整档位或分类', en: 'Graded' },
  'customer.held': { zh: '暂停订货', en: 'Put on hold' },
  'customer.released': { zh: '恢复订货', en: 'Let order again' },
  'customer.rerouted': { zh: '换线路', en: 'Moved to a route' },
  'customer.rescheduled': { zh: '换批次', en: 'Moved to a batch' },
  'product.saved': { zh: '改档案', en: 'Record changed' },
  'product.state-changed': { zh: '改状态', en: 'State changed' },
  'price.saved': { zh: '改价格', en: 'Price changed' },
  'member.changed': { zh: '改角色', en: 'Role changed' },
  'contact.added': { zh: '加为联系人', en: 'Added' },
  'contact.changed': { zh: '改联系人', en: 'Contact changed' },
  'contact.removed': { zh: '去掉', en: 'Removed' },
  'staff.changed': { zh: '改角色', en: 'Roles changed' },
  'agreement.saved': { zh: '改协议', en: 'Agreement changed' },
  'category.saved': { zh: '改类别', en: 'Category changed' },
  'price-list.saved': { zh: '改价目表', en: 'List changed' },
  'order_plan.saved': { zh: '改计划', en: 'Plan changed' },
  'cycle.changed': { zh: '调整窗口', en: 'Window changed' },
  'cycle.rolled': { zh: '并入下一个工作日', en: 'Joined with the next business day' },
  'supply.released': { zh: '发布限量', en: 'Limits released' },
  'supply.taken-back': { zh: '撤回限量', en: 'Limits taken back' },
  'import.read': { zh: '读入文件', en: 'File read' },
  'import.previewing': { zh: '开始预览', en: 'Preview begun' },
  'import.previewed': { zh: '预览完成', en: 'Preview ready' },
  'import.applying': { zh: '确认导入', en: 'Confirmed' },
  'import.applied': { zh: '导入完成', en: 'Applied' },
  'import.undoing': { zh: '开始撤销', en: 'Undo begun' },
  'import.undone': { zh: '撤销完成', en: 'Taken back' },
  'standing_draft.saved': { zh: '改选择', en: 'Choice changed' },
  'buyers.settled': { zh: '改额度', en: 'Limits settled' },
  'price.removed': { zh: '删除价格', en: 'Price removed' },
} as const satisfies Texts

/** Steps that a record's own type does not name. */
export const recordStepTexts = {
  created: { zh: '建档', en: 'Created' },
  changed: { zh: '改动', en: 'Changed' },
} as const satisfies Texts
