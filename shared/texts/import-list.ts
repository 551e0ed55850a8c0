import type { Texts } from '../languages.ts'

/** The list of imports: what it may be narrowed to. */
export const importListTexts = {
  kind: { zh: '种类', en: 'Kind' },
  startedBy: { zh: '谁导入的', en: 'Begun by' },
  anyone: { zh: '不限', en: 'Anyone' },
  me: { zh: '我自己', en: 'Me' },
  noneFits: { zh: '没有符合条件的导入。', en: 'No import fits.' },
} as const satisfies Texts
