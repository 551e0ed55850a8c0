import type { Texts } from '../languages.ts'

/** Who a person is here, for whom they act, and who else may. */
export const peopleTexts = {
  me: { zh: '我的', en: 'Me' },
  signedInAs: { zh: '登录人', en: 'Signed in' },
  shops: { zh: '我的店', en: 'My shops' },
  shopsHint: { zh: '选一家继续办理。', en: 'Choose one to go on with.' },
  current: { zh: '当前', en: 'Current' },
  switchTo: { zh: '切换', en: 'Switch' },
  backToStaff: { zh: '回到员工身份', en: 'Back to staff work' },
  members: { zh: '能替本店办事的人', en: 'Who may act for this shop' },
  invite: { zh: '邀请', en: 'Invite' },
  invitePerson: { zh: '邀请一个人', en: 'Invite a person' },
  inviteHint: {
    zh: '手机号或邮箱填一个就行，对方会收到登录方法。',
    en: 'A phone number or a mail address is enough; they are told how to sign in.',
  },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '手机号', en: 'Phone' },
  mail: { zh: '邮箱', en: 'Mail' },
  role: { zh: '角色', en: 'Role' },
  unit: { zh: '所辖单位', en: 'Within' },
  invited: { zh: '已邀请 {name}', en: '{name} has been invited' },
  disable: { zh: '停用', en: 'Disable' },
  enable: { zh: '恢复', en: 'Enable' },
  disabled: { zh: '已停用', en: 'Disabled' },
  roleOf: { zh: '{name} 的角色', en: 'Role of {name}' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  settings: { zh: '设置', en: 'Settings' },
  staff: { zh: '员工', en: 'Staff' },
  staffHint: { zh: '每个角色只在所给的单位之内有效。', en: 'A role holds within the unit it is given for.' },
  noStaff: { zh: '还没有员工', en: 'No staff yet' },
  addRole: { zh: '加一个角色', en: 'Add a role' },
  removeRole: { zh: '去掉 {role}', en: 'Remove {role}' },
  roles: { zh: '角色和单位', en: 'Roles and units' },
  changeRoles: { zh: '改角色', en: 'Change roles' },
  changeRolesOf: { zh: '{name} 的角色和单位', en: 'Roles and units of {name}' },
  phoneHint: { zh: '带国家号，如 +8613800000000', en: 'With the country code, as +8613800000000' },
} as const satisfies Texts

/** What a person may be in a customer's account. */
export const memberRoleTexts = {
  owner: { zh: '店主', en: 'Owner' },
  buyer: { zh: '采购', en: 'Buyer' },
  'service-clerk': { zh: '服务联系人', en: 'Service clerk' },
  'read-only': { zh: '只看', en: 'Read only' },
} as const satisfies Texts

/** What a person may be for the company. */
export const staffRoleTexts = {
  'account-manager': { zh: '客户经理', en: 'Account manager' },
  'order-desk': { zh: '订单专员', en: 'Order desk' },
  'supply-planner': { zh: '货源计划', en: 'Supply planner' },
  'service-agent': { zh: '客服', en: 'Service agent' },
  'field-technician': { zh: '现场技师', en: 'Field technician' },
  publisher: { zh: '发布人', en: 'Publisher' },
  analyst: { zh: '分析员', en: 'Analyst' },
  administrator: { zh: '管理员', en: 'Administrator' },
} as const satisfies Texts
