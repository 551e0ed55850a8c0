import type { Texts } from '../languages.ts'

/** Having the search for customers made anew. */
export const searchUpkeepTexts = {
  rebuildSearch: { zh: '重建客户搜索', en: 'Make the search anew' },
  rebuildHint: {
    zh: '有客户搜不到时再用，期间照常可用。',
    en: 'For when a customer is not found; the search goes on meanwhile.',
  },
  rebuilding: { zh: '正在重建：{count} 家', en: 'Making it: {count} so far' },
  rebuilt: { zh: '搜索已重建。', en: 'The search is made anew.' },
} as const satisfies Texts
