import type { Texts } from '../languages.ts'

/** What the order page has to say when something happened; loaded once there is. */
export const orderNoticeTexts = {
  suggested: {
    zh: '已填 {count} 个建议量，没有动您填过的。',
    en: '{count} {count|suggestion|suggestions} filled in; what you had entered is as it was.',
  },
  takeBack: { zh: '收回', en: 'Take them back' },
  putBack: { zh: '恢复原来的', en: 'Put back what was there' },
  lastFilled: {
    zh: '已照上次填好 {count} 个品规，请核对数量。',
    en: '{count} {count|product|products} filled in as last time. Check the quantities.',
  },
  nothingFilled: { zh: '没有空着的行可填。', en: 'There was no empty row to fill.' },
  wished: {
    zh: '有 {count} 个现在订不到，想要的数量已记下。',
    en: "{count} can't be had now; what is wanted is on record.",
  },
  keptTyped: {
    zh: '您填过的 {count} 个没有动。',
    en: '{count} that you had entered {count|is|are} as before.',
  },
  cleared: {
    zh: '已清空 {count} 个品规。',
    en: '{count} {count|product|products} cleared.',
  },
  replaced: {
    zh: '已换成清单里的 {count} 个品规。',
    en: 'What was entered made way for the {count} {count|product|products} of the list.',
  },
  nothingToSuggest: {
    zh: '没有可以建议的：近几期没有订过，或店里还够。',
    en: 'Nothing to suggest: nothing ordered lately, or there is enough still.',
  },
  fromMean: { zh: '近 {cycles} 期平均 {mean}', en: 'Mean of {cycles} cycles: {mean}' },
  fromMeanLess: {
    zh: '近 {cycles} 期平均 {mean}，减存货 {stock}',
    en: 'Mean of {cycles} cycles {mean}, less stock {stock}',
  },
  cutByLimit: { zh: '（限量内）', en: '(within the limit)' },
  cutBySupply: { zh: '（按剩余）', en: '(what is left)' },
  cutByStep: { zh: '（凑倍数）', en: '(in steps)' },
  cutByBand: { zh: '（段内合计）', en: '(within the price band)' },
  cutByMoney: { zh: '（余额内）', en: '(within the balance)' },
  scanAdded: { zh: '{name} 加 {added}，现在 {quantity}', en: '{name}: {added} more, {quantity} now' },
  scanUnknown: { zh: '没有条码 {code} 的商品。', en: 'No product has barcode {code}.' },
  signedOut: {
    zh: '登录已过期，订单没有下成，草稿还在。重新登录后会回到这里，再提交一次。',
    en: 'Your sign-in has ended: nothing was placed and the draft is kept. Sign in, come back here, and submit again.',
  },
  signedOutTyping: {
    zh: '您已退出登录，您填的只存在这台设备上。重新登录后会回到这里，接着填。',
    en: 'You are signed out: what you type is kept on this device alone. Sign in, come back here and go on.',
  },
  signInAgain: { zh: '重新登录', en: 'Sign in again' },
  refusedKept: { zh: '您填的都还在，已存为草稿。', en: 'Everything you typed is kept as a draft.' },
  refusedTitle: { zh: '订单没有提交', en: 'The order was not placed' },
  queued: {
    zh: '没有网络，订单先排在这台设备上，连上后自动提交一次。到时窗口是否还开着以服务器为准，不会改到别的周期。',
    en: 'No network: the order waits on this device and is sent once there is one. Whether the window is still open is for the server to say; it never moves to another cycle.',
  },
  queuedRefused: {
    zh: '没有网络时排队的订单没有下成',
    en: 'The order that waited for a network was not placed',
  },
  takeItBack: { zh: '先不提交', en: 'Do not send it' },
  unanswered: {
    zh: '提交后没有收到答复，订单可能已经收到，也可能没有。请重试：不会重复下单。',
    en: "No answer came back: the order may or may not have arrived. Try again; it can't become two orders.",
  },
  changedMeanwhile: {
    zh: '订单已在另一处改为第 {version} 版。您填的存为草稿，没有覆盖它。',
    en: 'The order was changed elsewhere to version {version}. Yours is kept as a draft and overwrote nothing.',
  },
  seeOrder: { zh: '看现在的订单', en: 'See the order as it is' },
  changeOnTop: { zh: '在第 {version} 版上继续改', en: 'Go on from version {version}' },
  missing: {
    zh: '草稿里有 {count} 个品规现在不能订了。',
    en: "{count} {count|product|products} of the draft can't be ordered any more.",
  },
  missingNamed: {
    zh: '草稿里的 {names} 现在不能订了。',
    en: "{names} of the draft can't be ordered any more.",
  },
  leaveOut: { zh: '从草稿里拿掉', en: 'Leave out' },
  draftTooLong: {
    zh: '超过 {most} 行的部分只存在这台设备上。',
    en: 'Lines beyond {most} are kept on this device only.',
  },
  restored: { zh: '这是还没有提交的修改。', en: 'These are changes you have not submitted yet.' },
  backToOrder: { zh: '回到订单原来的内容', en: 'Go back to the order as it stands' },
  againFrom: {
    zh: '已照订单 {number} 填好，请核对数量。',
    en: 'Filled in from order {number}. Check the quantities.',
  },
  askedFor: {
    zh: '订货员要的 {count} 个品规已放进来，请核对数量再提交。',
    en: '{count} {count|product|products} that the buyer asked for {count|is|are} in. Check the quantities, then submit.',
  },
  againRow: { zh: '{name}：{asked} 改为 {quantity}', en: '{name}: {quantity} instead of {asked}' },
  againNone: { zh: '{name}：{asked}，现在订不到', en: "{name}: {asked}, can't be had now" },
  againLess: {
    zh: '有 {count} 个品规按现在的规则调整或略去。',
    en: "{count} {count|product was|products were} adjusted or left out by today's rules.",
  },
} as const satisfies Texts
