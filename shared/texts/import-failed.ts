import type { Texts } from '../languages.ts'

/** What to do when a phase of an import came to nothing, by what it was at: on its page, and in the message. */
export const importFailedTexts = {
  previewing: {
    zh: '什么都没有改动。对好列再预览一次；文件不对就改好重传。',
    en: 'Nothing was changed. Preview it again, or mend the file and send it anew.',
  },
  applying: {
    zh: '已经导入的行都在。再按“确认导入”，会从停下的地方接着做，不会重复。',
    en: 'Rows that were applied stay. Confirm it again: it goes on where it stopped, and does nothing twice.',
  },
  undoing: {
    zh: '可以撤销时再按“撤销这次导入”，会接着做完。',
    en: 'Where it can be taken back, press “Take this import back” again: it goes on where it stopped.',
  },
} as const satisfies Texts
