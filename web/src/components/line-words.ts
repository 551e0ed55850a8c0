import type { Text } from '#shared/languages'
import { orderListTexts as texts } from '#shared/texts/order-lists'
import { partsOf } from './record-words.ts'

/** What a field that tells of a line is called: its product by name; undefined for any other field. */
export function lineNameOf(
  field: string,
  { productNames }: Readonly<Record<string, unknown>>,
): Text | undefined {
  const [, bare] = /^line (\w+)$/.exec(field) ?? []
  if (!bare) return undefined
  const { zh = texts.goneProduct.zh, en = texts.goneProduct.en } = partsOf(partsOf(productNames)[bare])
  return { zh: String(zh), en: String(en) }
}
