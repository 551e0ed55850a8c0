import type { Texts } from '../languages.ts'

/** How staff decide what shops ask for. */
export const decidingTexts = {
  ofCustomer: { zh: '这家店的申请', en: 'Requests of this shop' },
  approve: { zh: '通过', en: 'Approve' },
  refuse: { zh: '不通过', en: 'Refuse' },
  refuseHint: { zh: '店主会看到这个原因。', en: 'The owner reads this reason.' },
  decidedMeanwhile: {
    zh: '别人已经处理了这个申请，结果见上。',
    en: 'Someone else has decided this request meanwhile; see above.',
  },
  changedMeanwhile: {
    zh: '您查看期间，客户档案被改过。上面是现在的内容，请再看一眼，然后决定。',
    en: 'The customer was changed while you were looking. Above is what is there now; look again, then decide.',
  },
  noneWaiting: { zh: '没有等待处理的申请。', en: 'No request is waiting.' },
  noneWaitingHint: {
    zh: '店主申请改地址、联系人或许可证后，会出现在这里。',
    en: 'They appear here when owners ask for another address, contact or licence.',
  },
  noneFits: { zh: '没有这样的申请。', en: 'There are no such requests.' },
  state: { zh: '状态', en: 'State' },
} as const satisfies Texts
