import type { Texts } from '../languages.ts'

/** The draft that is placed by itself at the cut-off. */
export const standingDraftTexts = {
  title: { zh: '到截单时自动提交草稿', en: 'Place the draft at the cut-off' },
  isOn: {
    zh: '已开：到截单还没提交的草稿，会自动提交。',
    en: 'On: a draft not placed by the cut-off is placed for you.',
  },
  isOff: {
    zh: '草稿到截单时不会自动提交。',
    en: 'A draft is not placed by itself at the cut-off.',
  },
  switchOn: { zh: '要自动提交', en: 'Have it placed' },
  change: { zh: '设置', en: 'Settings' },
  see: { zh: '说明', en: 'How it works' },
  explain: {
    zh: '截单前先提醒您。到截单还没有提交，就照草稿替您下单；您自己提交过的，不会再下一张。店员最后改过的草稿，店员自己能下的才会提交。',
    en: 'You are reminded before. If the draft has not been placed by the cut-off, it is placed for you; if you ordered yourself, nothing more is ordered. What a buyer changed last is placed only if the buyer could order it alone.',
  },
  whenRefused: { zh: '有的行不合规则时', en: 'If some lines break a rule' },
  leavesOut: {
    zh: '去掉这些行，其余照下，并告诉我去掉了什么',
    en: 'Leave them out, order the rest, and tell me what was left out',
  },
  allOrNothing: {
    zh: '整张都不下，并告诉我为什么',
    en: 'Order nothing at all, and tell me why',
  },
  ownerOnly: { zh: '只有店主可以改。', en: 'Only the owner can change this.' },
  keep: { zh: '保存', en: 'Save' },
} as const satisfies Texts
