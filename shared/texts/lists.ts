import type { Texts } from '../languages.ts'

/** What staff lists have in common: finding, choosing columns and rows, and what became of each. */
export const listTexts = {
  find: { zh: '查找', en: 'Find' },
  findHint: { zh: '按 / 直接查找，↑ ↓ 换行', en: 'Press / to find, ↑ ↓ to move' },
  chooseHint: {
    zh: '按 / 直接查找，↑ ↓ 换行，空格选中',
    en: 'Press / to find, ↑ ↓ to move, space to select',
  },
  filters: { zh: '筛选', en: 'Filters' },
  all: { zh: '全部', en: 'All' },
  clearFilters: { zh: '清除筛选', en: 'Clear filters' },
  columns: { zh: '显示列', en: 'Columns' },
  selectAll: { zh: '选中全部已显示的', en: 'Select all shown' },
  selectRow: { zh: '选中 {name}', en: 'Select {name}' },
  selected: { zh: '已选 {count} 项', en: '{count} selected' },
  unselect: { zh: '取消选择', en: 'Clear selection' },
  working: { zh: '正在处理……', en: 'Working…' },
  outcome: {
    zh: '{done} 项成功，{refused} 项没有成功',
    en: '{done} done, {refused} refused',
  },
  close: { zh: '知道了', en: 'Close' },
} as const satisfies Texts
