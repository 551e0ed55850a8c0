import type { Texts } from '../languages.ts'

/** Reading barcodes with the camera. */
export const orderCameraTexts = {
  title: { zh: '扫条码', en: 'Scan barcodes' },
  hold: { zh: '把条码对准画面，每扫一次加一。', en: 'Hold a barcode in the picture. Each scan adds one.' },
  added: { zh: '{name} 加 1', en: '{name}: one more' },
  unknown: { zh: '没有条码 {code} 的商品。', en: 'No product has barcode {code}.' },
  starting: { zh: '正在打开相机……', en: 'Opening the camera…' },
  refused: {
    zh: '浏览器没有让用相机。请点地址栏旁的设置，把“相机”改为允许，再打开扫码；也可以直接输入条码找商品。',
    en: 'The browser did not allow the camera. Set “Camera” to “Allow” in the settings beside the address, then open the scanner again. You can also type a barcode to find its product.',
  },
  absent: {
    zh: '这台设备没有可用的相机，或别的程序正在用它。请输入条码找商品。',
    en: 'This device has no camera, or another program uses it. Type a barcode to find its product.',
  },
  unreadable: {
    zh: '扫码没有打开，可能是网络断了。请关上再试，或输入条码找商品。',
    en: 'The scanner could not be opened; the network may be down. Close it and try again, or type a barcode.',
  },
} as const satisfies Texts
