import type { Texts } from '../languages.ts'

/** What the order page reads aloud. */
export const totalAloudTexts = {
  aloud: {
    zh: '合计 {total}，{products} 个品规，共 {quantity}。{time}。',
    en: '{total} in all, for {products} {products|product|products}, {quantity} in total. {time}.',
  },
  left: { zh: '离截止还有 {time}', en: '{time} until the cut-off' },
} as const satisfies Texts
