// Products of the traded preset, made of its brands and ratings.
import { inStoreBarcode } from './barcode.ts'
import type { SeedProduct } from './demonstration-company.ts'
import { colourPicker } from './product-colours.ts'
import { seededRandom } from './seeded-random.ts'
import { TRADED_BRANDS, TRADED_CATEGORIES } from './traded-range.ts'

const BRANDS_IN_CATEGORY = 5
const PREFERRED_SHARE = 0.92
const OCCASIONAL_SHARE = 1.06

/** 400 electrical products: five brands of each of ten categories, eight ratings each. */
export function tradedProducts(seed: number): SeedProduct[] {
  const random = seededRandom(seed, 'traded-products')
  const colourNear = colourPicker()
  const standings = TRADED_BRANDS.map(() => random.around(0.25))
  const rows = TRADED_CATEGORIES.flatMap((category, at) =>
    brandsOf(at).flatMap((brand) => category.specs.map((spec) => ({ category, brand, spec }))),
  )
  return rows.map(({ category, brand, spec }, at): SeedProduct => {
    const standing = standings[TRADED_BRANDS.indexOf(brand)] ?? 1
    const listFen = Math.max(100, Math.round(spec.yuan * standing * 10) * 10)
    return {
      code: `${category.letters}-${String(1001 + at * 13).padStart(4, '0')}`,
      name: { zh: `${brand.zh} ${spec.zh}`, en: `${brand.en} ${spec.en}` },
      category: category.code,
      brand,
      unit: category.unit,
      unitsPerCase: category.unitsPerCase,
      minimum: category.minimum,
      multiple: category.multiple,
      barcode: inStoreBarcode(21, 4_000_000 + at * 53),
      priceFen: {
        standard: listFen,
        preferred: Math.round((listFen * PREFERRED_SHARE) / 10) * 10,
        occasional: Math.round((listFen * OCCASIONAL_SHARE) / 10) * 10,
      },
      taxRate: 13,
      glyph: spec.glyph,
      colour: colourNear(spec.colour ?? category.colour),
      supplyState: random.pick(['selling-well', 'level', 'level', 'level', 'slow']),
      state: at % 100 === 37 ? 'paused' : at % 100 === 71 ? 'withdrawn' : 'on-sale',
    }
  })
}

function brandsOf(categoryAt: number) {
  return [...TRADED_BRANDS, ...TRADED_BRANDS].slice(
    categoryAt % TRADED_BRANDS.length,
    (categoryAt % TRADED_BRANDS.length) + BRANDS_IN_CATEGORY,
  )
}
