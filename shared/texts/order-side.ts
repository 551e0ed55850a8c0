import type { Texts } from '../languages.ts'

/** What stands beside the order page's rows and total; loaded behind the page. */
export const orderSideTexts = {
  readOnly: { zh: '您的角色可以查看，不能订货。', en: 'Your role may look, not order.' },
  breakFrom: { zh: '{atLeast} {unit}起 {price}', en: 'from {atLeast}: {price} a {unit}' },
  nextBreak: { zh: '再订 {more} {unit}，每{unit} {price}', en: '{more} more: {price} a {unit}' },
  wantedKept: { zh: '想要 {wanted}，已记下', en: '{wanted} wanted, on record' },
  stockLeft: { zh: '店里还有 {stock}', en: '{stock} still in the shop' },
  seeSubstitutes: { zh: '看替代品', en: 'See what else there is' },
  availableShort: { zh: '可用 {money}', en: '{money} available' },
  available: { zh: '可用余额', en: 'Available balance' },
  remains: { zh: '提交后剩余', en: 'Left after this order' },
  details: { zh: '单号、备注、送到哪', en: 'Number, note, address' },
  draftSaved: { zh: '草稿已存，换台设备也能接着填。', en: 'Draft saved: go on from any device.' },
  draftSaving: { zh: '正在存草稿……', en: 'Saving the draft…' },
  draftHere: {
    zh: '草稿已存在这台设备上，连上服务器后会自动再存一次。',
    en: 'The draft is kept on this device; it is sent to the server again by itself.',
  },
  wrongLines: { zh: '{count} 行要改', en: '{count} {count|line needs|lines need} a change' },
  nextWrong: { zh: '下一处', en: 'Next one' },
  goThere: { zh: '去改这一行', en: 'Go to that line' },
  wrongNames: {
    zh: '{count} 行要改：{names}',
    en: '{count} {count|line needs|lines need} a change: {names}',
  },
  keys: {
    zh: 'Enter 下一行 · ↑↓ 移动 · / 查找 · Ctrl+Enter 提交',
    en: 'Enter next row · ↑↓ move · / find · Ctrl+Enter submit',
  },
} as const satisfies Texts
