import type { Texts } from '../languages.ts'

/** What fields for days and times say of what is typed into them. */
export const typedMomentTexts = {
  unread: {
    zh: '请填完整，年份用四位数字（2000 年以后）。',
    en: 'Type the whole of it, with a year of four digits from 2000 on.',
  },
  unreadTime: { zh: '请填完整的时间。', en: 'Type the whole time.' },
} as const satisfies Texts
