import { publishCatalogue, saveProduct } from '#catalogue'
import type { Actor } from '#platform/actor'
import { productStateNames } from '#shared/catalogue'
import type { RowImport } from './import-rows.ts'
import { oneOf, optionalInteger, optionalText, requiredText } from './read-fields.ts'

const glyphColours = ['#8c2f2b', '#2f6b73', '#355487', '#6b7078', '#4a7a3c', '#5d4a80', '#a8682a', '#2b2e33']
const BASIS_POINTS_A_PERCENT = 100

/** Takes products in: `code`, `name_zh`, and what else is known; the last row publishes the catalogue. */
export function takeProducts(actor: Actor): RowImport {
  return {
    required: ['code', 'name_zh'],
    parallel: 8,
    take: async (world, row) => {
      const code = requiredText(row, 'code', 40)
      const zh = requiredText(row, 'name_zh')
      const multiple = optionalInteger(row, 'multiple', 1) ?? 1
      const verdict = await saveProduct(world, actor, {
        code,
        name: { zh, en: optionalText(row, 'name_en') ?? zh },
        category: optionalText(row, 'category') ?? 'other',
        brand: optionalText(row, 'brand') ?? '',
        unit: { zh: optionalText(row, 'unit_zh') ?? '件', en: optionalText(row, 'unit_en') ?? 'piece' },
        barcode: optionalText(row, 'barcode', 14),
        minimum: optionalInteger(row, 'minimum', 1) ?? multiple,
        multiple,
        glyph: optionalText(row, 'glyph', 3) ?? zh.slice(0, 1),
        colour: optionalText(row, 'colour', 7) ?? colourOf(code),
        taxRate: (optionalInteger(row, 'tax_rate', 0, 100) ?? 13) * BASIS_POINTS_A_PERCENT,
        state: oneOf(row, 'state', productStateNames, 'on-sale'),
      })
      return { key: code, verdict }
    },
    finish: (world) => publishCatalogue(world, actor, []),
  }
}

function colourOf(code: string): string {
  const sum = [...code].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0)
  return glyphColours[sum % glyphColours.length] ?? '#6b7078'
}
