import type { Texts } from '../languages.ts'

/** What the histories of a person's own choices tell. */
export const toldSettingTexts = {
  reach: { zh: '我的姓名和联系方式：改动记录', en: 'How I am called and reached: history' },
  largeMode: { zh: '长辈模式：改动记录', en: 'Large mode: history' },
} as const satisfies Texts
