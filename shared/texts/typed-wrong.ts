import type { Texts } from '../languages.ts'

/** What is wrong with a field before anything is sent, and how it is mended. */
export const typedWrongTexts = {
  summary: { zh: '还有 {count} 处要填好', en: '{count} {count|field|fields} still to mend' },
  missing: { zh: '请填写这一项。', en: 'Please fill this in.' },
  notChosen: { zh: '请选一个。', en: 'Please choose one.' },
  notTicked: { zh: '要继续，请先勾选。', en: 'Tick this to go on.' },
  noFile: { zh: '请选一个文件。', en: 'Please choose a file.' },
  mail: {
    zh: '邮箱写得不完整，例如 name@example.com。',
    en: 'This mail address is not whole, as in name@example.com.',
  },
  notNumber: { zh: '请填数字。', en: 'Please type a number.' },
  notWhole: { zh: '请填整数。', en: 'Please type a whole number.' },
  notMoment: { zh: '请填完整的日期或时间。', en: 'Please give the whole date or time.' },
  tooLittle: { zh: '至少要 {limit}。', en: 'It must be {limit} or more.' },
  tooMuch: { zh: '最多 {limit}。', en: 'It must be {limit} or less.' },
  tooShort: { zh: '至少要 {limit} 个字。', en: 'It takes {limit} characters or more.' },
  code: {
    zh: '只能用英文字母、数字和短横线。',
    en: 'Use only Latin letters, digits and hyphens.',
  },
  batchCode: {
    zh: '用 2 到 10 个小写字母，后面可以加 -1 这样的数字。',
    en: 'Use 2 to 10 small letters, and if need be a digit behind, as in -1.',
  },
  colour: {
    zh: '请写成 # 和六位数字或字母，例如 #1f5f4a。',
    en: 'Write # and six digits or letters, as in #1f5f4a.',
  },
  amount: {
    zh: '请填金额，最多两位小数，例如 128.50。',
    en: 'Please type an amount with at most two decimals, as in 128.50.',
  },
  otherForm: { zh: '这样写不行，请照样子改。', en: 'This is not written as it must be. Please mend it.' },
} as const satisfies Texts
