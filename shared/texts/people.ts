import type { Texts } from '../languages.ts'

/** Who I am, members of a shop, staff and their roles. */
export const peopleTexts = {
  me: { zh: '我的', en: 'Me' },
  actingFor: { zh: '正在为 {shop} 办事', en: 'Acting for {shop}' },
  shops: { zh: '我的店', en: 'My shops' },
  switchTo: { zh: '切换到这家', en: 'Switch to this one' },
  here: { zh: '当前', en: 'Current' },
  staffWork: { zh: '回到员工工作', en: 'Back to staff work' },
  members: { zh: '这家店的成员', en: 'Members of this shop' },
  staff: { zh: '员工', en: 'Staff' },
  invite: { zh: '邀请', en: 'Invite' },
  inviteMember: { zh: '邀请成员', en: 'Invite a member' },
  inviteStaff: { zh: '邀请员工', en: 'Invite staff' },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '手机号', en: 'Phone number' },
  mail: { zh: '邮箱', en: 'Mail address' },
  oneOfBoth: { zh: '手机号和邮箱填一个就行。', en: 'A phone number or a mail address is enough.' },
  role: { zh: '角色', en: 'Role' },
  unit: { zh: '单位', en: 'Unit' },
  invited: { zh: '已邀请 {name}，通知已发出。', en: '{name} is invited; a message is on its way.' },
  disable: { zh: '停用', en: 'Disable' },
  enable: { zh: '恢复', en: 'Enable' },
  disabled: { zh: '已停用', en: 'Disabled' },
  save: { zh: '保存', en: 'Save' },
  edit: { zh: '修改', en: 'Change' },
  addGrant: { zh: '加一个角色', en: 'Add a role' },
  removeGrant: { zh: '去掉', en: 'Remove' },
  settings: { zh: '设置', en: 'Settings' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  you: { zh: '您自己', en: 'You' },
} as const satisfies Texts

/** The roles of members and staff. */
export const roleTexts = {
  owner: { zh: '店主', en: 'Owner' },
  buyer: { zh: '订货员', en: 'Buyer' },
  'service-clerk': { zh: '售后员', en: 'Service clerk' },
  'read-only': { zh: '只看', en: 'Read only' },
  'account-manager': { zh: '客户经理', en: 'Account manager' },
  'order-desk': { zh: '订单员', en: 'Order desk' },
  'supply-planner': { zh: '货源员', en: 'Supply planner' },
  'service-agent': { zh: '客服', en: 'Service agent' },
  'field-technician': { zh: '现场技师', en: 'Field technician' },
  publisher: { zh: '发布员', en: 'Publisher' },
  analyst: { zh: '分析员', en: 'Analyst' },
  administrator: { zh: '管理员', en: 'Administrator' },
} as const satisfies Texts
