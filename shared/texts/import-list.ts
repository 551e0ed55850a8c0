import type { Texts } from '../languages.ts'

/** The list of imports: what it may be narrowed to, its columns, and what is done to many at once. */
export const importListTexts = {
  kind: { zh: '种类', en: 'Kind' },
  startedBy: { zh: '谁导入的', en: 'Begun by' },
  anyone: { zh: '不限', en: 'Anyone' },
  me: { zh: '我自己', en: 'Me' },
  startedAt: { zh: '开始时间', en: 'Begun' },
  rows: { zh: '行数', en: 'Rows' },
  trouble: { zh: '没有做完的原因', en: 'Why it came to nothing' },
  takeBack: { zh: '撤销', en: 'Take back' },
  takeBackTitle: {
    zh: '撤销选中的 {count} 次导入？',
    en: 'Take {count} {count|import|imports} back?',
  },
  takeBackHint: {
    zh: '一次一次来，从最近的开始。导入以后有人动过的记录不会被覆盖，那次导入就保留，并告诉您原因。',
    en: 'One after the other, the latest first. Where someone has changed a record since, that import stays as it is and you read why.',
  },
  bring: { zh: '从文件导入', en: 'Import a file' },
  noneFits: { zh: '没有符合条件的导入。', en: 'No import fits.' },
} as const satisfies Texts
