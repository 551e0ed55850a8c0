import type { Texts } from '../languages.ts'

/** Taking a list along as a file. */
export const exportTexts = {
  orders: { zh: '订单', en: 'Orders' },
  orderLines: { zh: '订单明细', en: 'Order lines' },
  customerCode: { zh: '客户编码', en: 'Customer code' },
  productCode: { zh: '商品编码', en: 'Product code' },
  unitOfLine: { zh: '计量单位', en: 'Sold by' },
  taxRate: { zh: '税率（%）', en: 'Tax rate (%)' },
  nameZh: { zh: '客户', en: 'Customer' },
  nameEn: { zh: '客户（英文）', en: 'Customer (English)' },
  currency: { zh: '币种', en: 'Currency' },
  askedAt: { zh: '提交时间', en: 'Asked' },
  plannedDay: { zh: '原定订单日', en: 'Planned order day' },
  reason: { zh: '原因', en: 'Reason' },
  toldAt: { zh: '时间', en: 'When' },
  subject: { zh: '消息', en: 'Message' },
  document: { zh: '来源单据', en: 'Source document' },
  yes: { zh: '是', en: 'yes' },
  linesBegin: { zh: '导出明细 {format}', en: 'Export lines {format}' },
  begin: { zh: '导出 {format}', en: 'Export {format}' },
  making: { zh: '正在导出，已写 {count} 行……', en: 'Exporting, {count} {count|row|rows} so far…' },
  download: { zh: '下载 {count} 行', en: 'Download {count} {count|row|rows}' },
  failed: { zh: '导出没有完成，请再试一次。', en: 'The export did not finish. Please try again.' },
} as const satisfies Texts
