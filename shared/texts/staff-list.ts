import type { Texts } from '../languages.ts'

/** The list of staff: finding, and what is done to many at once. */
export const staffListTexts = {
  findHint: { zh: '姓名、拼音、手机号、邮箱', en: 'Name, pinyin, phone, mail' },
  anyRole: { zh: '全部角色', en: 'Any role' },
  state: { zh: '状态', en: 'State' },
  anyState: { zh: '全部', en: 'All' },
  active: { zh: '在用', en: 'Active' },
  phone: { zh: '手机号', en: 'Phone' },
  mail: { zh: '邮箱', en: 'Mail' },
  hide: { zh: '收起', en: 'Close' },
  saved: {
    zh: '已保存。{name} 会立刻退出登录，重新登录后按新的来。',
    en: 'Saved. {name} is signed out at once, and works by this after signing in anew.',
  },
  savedDisabled: { zh: '已停用，{name} 不能再登录。', en: 'Disabled: {name} can no longer sign in.' },
  none: { zh: '没有符合条件的员工。', en: 'Nobody of the staff fits.' },
  takeRole: { zh: '去掉一个角色', en: 'Take a role away' },
  takeRoleHint: {
    zh: '从选中的 {count} 人去掉这个角色；他们会立刻退出登录。',
    en: '{count} {count|person loses|people lose} this role and {count|is|are} signed out at once.',
  },
  hasNoSuchRole: { zh: '没有这个角色', en: 'does not have this role' },
  onlyRole: {
    zh: '只有这一个角色；请停用，或先给另一个角色',
    en: 'has only this role: disable them, or give another role first',
  },
  yourself: { zh: '不能改自己；请别的管理员来改', en: 'is yourself: ask another administrator' },
  asIs: { zh: '已经是这样', en: 'is so already' },
} as const satisfies Texts
