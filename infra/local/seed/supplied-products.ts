// Products of the supplied preset, made of its brands, packs and price bands.
import { inStoreBarcode } from './barcode.ts'
import type { Name, SeedProduct } from './demonstration-company.ts'
import { colourPicker, TONES, type Tone } from './product-colours.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { BRANDS, type Brand, DRAWN, PACKS, PRICE_BANDS, PRODUCTS_IN_BAND } from './supplied-range.ts'

const LIMITED_PRODUCTS = 20
const FIRST_COME_PRODUCTS = 3

type Variant = { brand: Brand; category: string; tone: Tone; name: Name }
type Priced = Variant & { band: number; yuan: number }
export type SuppliedRange = {
  products: SeedProduct[]
  limited: { code: string; release?: number }[]
  firstComeCodes: string[]
}

/** 120 products of 15 invented brands, the scarce ones named: 20 with limits by grade, 3 first-come. */
export function suppliedProducts(seed: number): SuppliedRange {
  const random = seededRandom(seed, 'supplied-products')
  const colourNear = colourPicker()
  const codeOf = codeGiver(random)
  const scarceness = scarceNames(random, variants())
  const products = priced(random, variants()).map((variant, at): SeedProduct => {
    const isScarce = scarceness.limited.has(variant.name.zh) || scarceness.firstCome.has(variant.name.zh)
    const isKept = isScarce || variant.name.zh in DRAWN
    return {
      code: codeOf(variant),
      name: variant.name,
      category: variant.category,
      brand: { zh: variant.brand.zh, en: variant.brand.en },
      unit: { zh: '条', en: 'carton' },
      unitsPerCase: 50,
      minimum: 1,
      multiple: 1,
      barcode: inStoreBarcode(20, 2_000_000 + at * 37),
      priceFen: { wholesale: variant.yuan * 100 },
      priceBand: variant.band,
      taxRate: 13,
      glyph: TONES[variant.tone].glyph,
      colour: colourNear(TONES[variant.tone].colour),
      supplyState: isScarce ? 'scarce' : random.pick(['selling-well', 'level', 'level', 'level', 'slow']),
      state: isKept ? 'on-sale' : at % 60 === 17 ? 'paused' : at % 60 === 43 ? 'withdrawn' : 'on-sale',
    }
  })
  const limited = products
    .filter(({ name }) => scarceness.limited.has(name.zh))
    .map(({ code, name }) => ({ code, release: DRAWN[name.zh]?.release }))
  const firstComeCodes = products
    .filter(({ name }) => scarceness.firstCome.has(name.zh))
    .map(({ code }) => code)
  return { products, limited, firstComeCodes }
}

function variants(): Variant[] {
  return BRANDS.flatMap((brand) => [
    ...PACKS.map((pack) => ({
      brand,
      category: pack.category,
      tone: brand.tone,
      name: { zh: `${brand.zh}（${pack.zh}）`, en: `${brand.en} (${pack.en})` },
    })),
    ...PACKS.map((pack, at) => {
      const tone = brand.others[at] ?? brand.tone
      const shade = TONES[tone]
      const name = {
        zh: `${brand.zh}（${pack.zh}${shade.glyph}）`,
        en: `${brand.en} (${pack.en} ${shade.en})`,
      }
      return { brand, category: pack.category, tone, name }
    }),
  ])
}

function priced(random: SeededRandom, all: Variant[]): Priced[] {
  const left = [...PRODUCTS_IN_BAND]
  const yuanOf = new Map<string, number>()
  for (const { name } of all) {
    const drawn = DRAWN[name.zh]
    if (!drawn) continue
    yuanOf.set(name.zh, drawn.yuan)
    const band = bandOf(drawn.yuan)
    left[band - 1] = (left[band - 1] ?? 0) - 1
  }
  const places = left.flatMap((count, at) => Array.from({ length: count }, () => PRICE_BANDS[at]))
  const byTier = all
    .filter(({ name }) => !yuanOf.has(name.zh))
    .map((variant) => ({ variant, tier: variant.brand.tier + (random.next() - 0.5) * 0.5 }))
    .sort((one, other) => one.tier - other.tier)
  for (const [at, { variant }] of byTier.entries()) {
    const band = places[at]
    if (band) yuanOf.set(variant.name.zh, random.integer(band.low, band.high - 1))
  }
  return all.map((variant) => {
    const yuan = yuanOf.get(variant.name.zh) ?? 100
    return { ...variant, yuan, band: bandOf(yuan) }
  })
}

function bandOf(yuan: number): number {
  return PRICE_BANDS.findIndex(({ low }) => yuan >= low) + 1
}

function scarceNames(random: SeededRandom, all: Variant[]): { limited: Set<string>; firstCome: Set<string> } {
  const limited = Object.keys(DRAWN).filter((name) => DRAWN[name]?.release)
  const others = random
    .shuffled(all.filter(({ name }) => !DRAWN[name.zh]))
    .sort((one, other) => Math.round(one.brand.tier * 4) - Math.round(other.brand.tier * 4))
    .map(({ name }) => name.zh)
  const more = LIMITED_PRODUCTS - limited.length
  return {
    limited: new Set([...limited, ...others.slice(0, more)]),
    firstCome: new Set(others.slice(more, more + FIRST_COME_PRODUCTS)),
  }
}

function codeGiver(random: SeededRandom): (variant: Variant) => string {
  const given = new Set(Object.values(DRAWN).map(({ code }) => code))
  return function codeOf(variant): string {
    const drawn = DRAWN[variant.name.zh]
    if (drawn) return drawn.code
    const code = `${variant.brand.code}-${String(random.integer(101, 9899)).padStart(4, '0')}`
    if (given.has(code)) return codeOf(variant)
    given.add(code)
    return code
  }
}
