import type { Texts } from '../languages.ts'

/** What says that staff act for a customer. */
export const onBehalfTexts = {
  acting: { zh: '正在代 {shop} 操作，会记录在案', en: 'Acting for {shop}; this is on the record' },
} as const satisfies Texts
