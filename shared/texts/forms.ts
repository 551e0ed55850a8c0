import type { Texts } from '../languages.ts'

/** What forms on records have in common. */
export const formTexts = {
  edit: { zh: '修改', en: 'Edit' },
  save: { zh: '保存', en: 'Save' },
  saving: { zh: '正在保存……', en: 'Saving…' },
  saved: { zh: '已保存', en: 'Saved' },
  discard: { zh: '放弃修改', en: 'Discard changes' },
  restored: {
    zh: '找回了您上次没有保存的修改。',
    en: 'What you had changed but not saved is back.',
  },
  mend: { zh: '还有几处要改', en: 'Some things need mending' },
  clash: {
    zh: '您修改时，别人也保存了。没有冲突的已合并，下面几项请选一个。',
    en: 'Someone else saved while you were editing. What did not collide is merged; please choose below.',
  },
  merged: {
    zh: '您修改时，别人也保存了，两边的修改没有冲突，已合并。请看一眼再保存。',
    en: 'Someone else saved while you were editing. Nothing collided and both are merged. Look once more, then save.',
  },
  mine: { zh: '用我的', en: 'Keep mine' },
  theirs: { zh: '用对方的', en: 'Take theirs' },
  empty: { zh: '（空）', en: '(empty)' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '去掉', en: 'Remove' },
  reason: { zh: '原因', en: 'Reason' },
  optional: { zh: '可不填', en: 'optional' },
} as const satisfies Texts
