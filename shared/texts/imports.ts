import type { Texts } from '../languages.ts'

/** Loading files of master data, and what became of each row. */
export const importTexts = {
  title: { zh: '导入', en: 'Imports' },
  kind: { zh: '导入什么', en: 'What' },
  file: { zh: 'CSV 文件', en: 'CSV file' },
  start: { zh: '开始导入', en: 'Start the import' },
  uploading: { zh: '正在上传…', en: 'Uploading…' },
  jobs: { zh: '最近的导入', en: 'Recent imports' },
  none: { zh: '还没有导入过', en: 'No imports yet' },
  noneHint: {
    zh: '选好种类和文件就可以开始，离开本页不影响进度。',
    en: 'Choose what and a file to begin; leaving this page does not stop it.',
  },
  progress: { zh: '{done} / {total} 行', en: '{done} / {total} rows' },
  counting: { zh: '正在数行', en: 'Counting rows' },
  rows: { zh: '每行结论', en: 'Verdict by row' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  noRows: { zh: '还没有结论。', en: 'No verdicts yet.' },
  uploadFailed: { zh: '文件没有上传成功，请重试。', en: 'The file did not get there. Try again.' },
  progressOf: { zh: '{kind} 的进度', en: 'Progress of {kind}' },
} as const satisfies Texts

/** What can be imported. */
export const importKindTexts = {
  customers: { zh: '客户', en: 'Customers' },
  products: { zh: '商品', en: 'Products' },
  prices: { zh: '价格', en: 'Prices' },
  limits: { zh: '限量', en: 'Limits' },
} as const satisfies Texts

/** How a long work stands. */
export const jobStateTexts = {
  waiting: { zh: '等待中', en: 'Waiting' },
  running: { zh: '进行中', en: 'Running' },
  done: { zh: '完成', en: 'Done' },
  failed: { zh: '没有完成', en: 'Failed' },
} as const satisfies Texts

/** What became of a row. */
export const verdictTexts = {
  new: { zh: '新增', en: 'New' },
  changed: { zh: '更新', en: 'Changed' },
  unchanged: { zh: '没有变化', en: 'Unchanged' },
  refused: { zh: '没有采用', en: 'Refused' },
} as const satisfies Texts
