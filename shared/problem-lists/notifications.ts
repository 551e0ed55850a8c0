/** Problems with what people are told. */
export const notificationProblems = {
  'notifications.wording_faulty': {
    status: 422,
    zh: '有 {count} 处变量要改，改好后再发布。',
    en: '{count} place(s) need a change before this can be published.',
  },
  'notifications.place_unknown': {
    status: 422,
    zh: '这个模板没有变量 {variable}，请删掉或换成列出的变量。',
    en: 'This template has no place {variable}. Remove it, or use one of those listed.',
  },
  'notifications.place_missing': {
    status: 422,
    zh: '缺少变量 {variable}，没有它收信人看不懂，请加上。',
    en: 'The place {variable} is missing; without it the message is of no use. Put it in.',
  },
} as const
