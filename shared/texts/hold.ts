import type { Texts } from '../languages.ts'

/** The card of a shop that may not order; loaded where there is one. */
export const holdTexts = {
  title: { zh: '本店暂停订货', en: 'Ordering is on hold for this shop' },
  text: {
    zh: '草稿会留着。恢复订货后会通知您。',
    en: 'The draft is kept. You are told once you can order again.',
  },
  call: { zh: '打电话问 {phone}', en: 'Call {phone}' },
  aloud: { zh: '本店暂停订货。{reason}', en: 'Ordering is on hold for this shop. {reason}' },
} as const satisfies Texts
