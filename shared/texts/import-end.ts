import type { Texts } from '../languages.ts'

/** How an import ends: taken back after it was applied, or put aside before. */
export const importEndTexts = {
  undoTitle: { zh: '撤销这次导入？', en: 'Take this import back?' },
  undoLead: {
    zh: '新增的 {new} 条会收回，更新的 {changed} 条改回导入前的样子。导入以后有人动过，就什么都不改，并告诉您是哪些。',
    en: '{new} new {new|record|records} will be withdrawn and {changed} changed {changed|one|ones} put back as before. Where someone has changed one since, nothing happens and you read which.',
  },
  undo: { zh: '撤销', en: 'Take back' },
  discard: { zh: '不导入了', en: 'Discard' },
  discardTitle: { zh: '不导入“{file}”了？', en: 'Discard “{file}”?' },
  discardLead: {
    zh: '什么都没有改动。放弃之后不能再确认，要用就重新上传。',
    en: 'Nothing was changed. Once discarded it cannot be confirmed; send the file again to use it.',
  },
} as const satisfies Texts
