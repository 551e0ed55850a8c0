import type { World } from '#platform/world'
import { Product } from '#shared/catalogue'
import { fullGtin, gtinFault } from '#shared/gtin'
import { type Facts, Problem, type ProblemCode } from '#shared/problems'
import { productsWithIds } from './product-store.ts'

/** Throws `request.invalid`, an entry a field, for a product that could not be read again. */
export function refuseUnreadable(product: Omit<Product, 'version'>): void {
  const { error } = Product.omit({ version: true }).safeParse(product)
  if (!error) return
  const entries = error.issues.map(({ path, code }) => ({ path: path.join('.'), code: `request.${code}` }))
  throw new Problem('request.invalid', { count: entries.length }, entries)
}

/** Throws `catalogue.barcode_malformed`, `catalogue.barcode_wrong` with the right digit, or `catalogue.barcode_repeated`,
 * with an entry for each barcode that is not right. */
export function refuseBarcodes(product: Pick<Product, 'barcode' | 'packs'>): void {
  const [first, ...others] = barcodeFaults(product)
  if (first) throw new Problem(first.code, first.facts, [first, ...others])
}

type BarcodeFault = { path: string; code: ProblemCode; facts: Facts }

/** What is wrong with the barcodes of a product and its packs, each with the field it stands in. */
export function barcodeFaults({ barcode: own, packs }: Pick<Product, 'barcode' | 'packs'>): BarcodeFault[] {
  const named = [
    { path: 'barcode', barcode: own },
    ...packs.map(({ barcode }, at) => ({ path: `packs.${at}.barcode`, barcode })),
  ]
  const seen = new Set<string>()
  return named.flatMap(({ path, barcode }): BarcodeFault[] => {
    if (barcode === undefined) return []
    const fault = gtinFault(barcode)
    if (fault?.wrong === 'length') return [{ path, code: 'catalogue.barcode_malformed', facts: { barcode } }]
    if (fault) return [{ path, code: 'catalogue.barcode_wrong', facts: { barcode, right: fault.right } }]
    const gtin = fullGtin(barcode)
    if (seen.has(gtin)) return [{ path, code: 'catalogue.barcode_repeated', facts: { barcode: gtin } }]
    seen.add(gtin)
    return []
  })
}

/** Throws `catalogue.substitute_unknown` when a substitute is the product itself, twice there, or no product. */
export async function refuseSubstitutes(
  world: World,
  { productId, substitutes }: Pick<Product, 'productId' | 'substitutes'>,
): Promise<void> {
  if (substitutes.length === 0) return
  const found = await productsWithIds(world.table, substitutes)
  const wrong = substitutes.find(
    (id, at) => id === productId || substitutes.indexOf(id) !== at || found[at] === undefined,
  )
  if (!wrong) return
  const [code, facts] = ['catalogue.substitute_unknown', { productId: wrong }] as const
  throw new Problem(code, facts, [{ path: 'substitutes', code, facts }])
}
