import type { Text } from './languages.ts'
import { type MessageFacts, type TemplateName, templateOf } from './message-templates.ts'

const sample: Readonly<Record<string, string | Text>> = {
  shop: { zh: '兴旺便利店', en: 'Xingwang Store' },
  number: '0183-27A',
  total: { zh: '¥8,460.00', en: '¥8,460.00' },
  missing: { zh: '¥460.00', en: '¥460.00' },
  until: { zh: '11月26日 18:00', en: '26 Nov, 18:00' },
  opens: { zh: '11月24日 09:00', en: '24 Nov, 09:00' },
  closes: { zh: '11月25日 16:00', en: '25 Nov, 16:00' },
  day: { zh: '11月26日', en: '26 Nov' },
  was: { zh: '11月24日 16:00', en: '24 Nov, 16:00' },
  reason: { zh: '图片看不清。', en: 'The picture is not readable.' },
  lines: '12',
  cut: { zh: '减量：江南春 6→4。', en: 'Cut: Jiangnan 6→4. ' },
  changes: { zh: '改动：江南春 4→6。', en: 'Changed: Jiangnan 4→6. ' },
  answer: { zh: '已按您说的改好。', en: 'It is put right as you asked.' },
  file: 'customers.csv',
  next: {
    zh: '打开这次导入，再预览一次。',
    en: 'Open the import and preview it again.',
  },
  new: '12',
  changed: '3',
  refused: '1',
  count: '2',
  list: { zh: '订单 0183-27A 已确认', en: 'Order 0183-27A is confirmed' },
}

/** Facts to look at a template with. */
export function sampleFacts(name: TemplateName): MessageFacts {
  return Object.fromEntries(
    templateOf(name)
      .variables.filter((variable) => variable !== 'link')
      .map((variable) => [variable, sample[variable] ?? variable]),
  )
}
