import type { Texts } from '../languages.ts'

/** A draft on paper. */
export const orderPaperTexts = {
  title: { zh: '订货草稿（还没有提交）', en: 'Draft order, not placed yet' },
  ownNumber: { zh: '单号 {number}', en: 'Number {number}' },
  code: { zh: '编码', en: 'Code' },
  product: { zh: '品规', en: 'Product' },
  price: { zh: '批发价', en: 'Price' },
  quantity: { zh: '数量', en: 'Quantity' },
  amount: { zh: '金额', en: 'Amount' },
  wanted: { zh: '想要 {wanted}', en: '{wanted} wanted' },
  total: { zh: '合计（{count} 个品规）', en: 'Total, {count} {count|product|products}' },
  signature: {
    zh: '同意：＿＿＿＿＿＿　日期：＿＿＿＿＿＿',
    en: 'Approved: ____________  Date: ____________',
  },
} as const satisfies Texts
