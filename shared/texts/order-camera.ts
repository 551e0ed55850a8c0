import type { Texts } from '../languages.ts'

/** Reading barcodes with the camera. */
export const orderCameraTexts = {
  title: { zh: '扫条码', en: 'Scan barcodes' },
  hold: { zh: '把条码对准画面，每扫一次加一。', en: 'Hold a barcode in the picture. Each scan adds one.' },
  added: { zh: '{name} 加 1', en: '{name}: one more' },
  unknown: { zh: '没有条码 {code} 的商品。', en: 'No product has barcode {code}.' },
  noCamera: {
    zh: '用不了相机。请在浏览器里允许使用相机，或改用输入。',
    en: 'The camera cannot be used. Allow it in the browser, or type instead.',
  },
} as const satisfies Texts
