import type { World } from '#platform/world'
import { Product } from '#shared/catalogue'
import { gtinFault } from '#shared/gtin'
import { Problem } from '#shared/problems'
import { gtinsOf, productsWithIds } from './product-store.ts'

/** Throws `request.invalid`, an entry a field, for a product that could not be read again. */
export function refuseUnreadable(product: Omit<Product, 'version'>): void {
  const { error } = Product.omit({ version: true }).safeParse(product)
  if (!error) return
  const entries = error.issues.map(({ path, code }) => ({ path: path.join('.'), code: `request.${code}` }))
  throw new Problem('request.invalid', { count: entries.length }, entries)
}

/** Throws `catalogue.barcode_malformed`, `catalogue.barcode_wrong` with the right digit, or `catalogue.barcode_repeated`. */
export function refuseBarcodes(product: Pick<Product, 'barcode' | 'packs'>): void {
  for (const barcode of [product.barcode, ...product.packs.map((pack) => pack.barcode)]) {
    const fault = barcode === undefined ? undefined : gtinFault(barcode)
    if (fault?.wrong === 'length') throw new Problem('catalogue.barcode_malformed', { barcode })
    if (fault) throw new Problem('catalogue.barcode_wrong', { barcode, right: fault.right })
  }
  const gtins = gtinsOf(product)
  const repeated = gtins.find((gtin, at) => gtins.indexOf(gtin) !== at)
  if (repeated) throw new Problem('catalogue.barcode_repeated', { barcode: repeated })
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
  if (wrong) throw new Problem('catalogue.substitute_unknown', { productId: wrong })
}
