import type { Texts } from '../languages.ts'

/** Where the histories of what was deleted are found. */
export const removedTexts = {
  lists: { zh: '删掉的清单', en: 'Deleted lists' },
  listOn: { zh: '{time} 删除', en: 'deleted {time}' },
  noLists: { zh: '没有删掉过清单。', en: 'No list was ever deleted.' },
  contacts: { zh: '以前的联系人', en: 'Former contacts' },
  contactOn: { zh: '{time} 去掉', en: 'taken away {time}' },
  noContacts: { zh: '没有以前的联系人。', en: 'There are no former contacts.' },
} as const satisfies Texts
