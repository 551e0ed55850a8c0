const formats = ['ean_13', 'ean_8', 'upc_a', 'itf'] as const

type Found = { rawValue: string }
/** Finds barcodes in a picture. */
type BarcodeReader = { detect(source: HTMLVideoElement): Promise<Found[]> }
type Reading = {
  new (options: { formats: (typeof formats)[number][] }): BarcodeReader
  getSupportedFormats(): Promise<readonly string[]>
}
declare global {
  var BarcodeDetector: Reading | undefined
}

/** The browser's own reader, or where it has none (iPhones, Firefox) one that is loaded now, from our own origin. */
export async function openBarcodeReader(): Promise<BarcodeReader> {
  const own = globalThis.BarcodeDetector
  const supported = (await own?.getSupportedFormats().catch(() => [])) ?? []
  if (own && formats.every((format) => supported.includes(format))) return new own({ formats: [...formats] })
  const [loaded, wasm] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  loaded.prepareZXingModule({ overrides: { locateFile: () => wasm.default } })
  return new loaded.BarcodeDetector({ formats: [...formats] })
}
