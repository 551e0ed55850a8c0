// Puts the products, categories and prices of a demonstration company into an empty table.
import {
  productIdOfCode,
  publishCatalogue,
  saveAgreement,
  saveCategory,
  savePrice,
  savePriceList,
  saveProduct,
} from '#catalogue'
import type { World } from '#platform/world'
import type { CustomerId } from '../../../shared/ids.ts'
import { onePrice } from '../../../shared/price-rules.ts'
import type { BusinessDate } from '../../../shared/time.ts'
import type { Company, SeedProduct } from './demonstration-company.ts'
import { inParallel } from './in-parallel.ts'
import { agreedPrices, breaksOf, packsOf, risenPrice } from './seed-prices.ts'

const seeder = { kind: 'system', name: 'demonstration' } as const
const BASIS_POINTS_A_PERCENT = 100

/** Loads what a company sells: the tree of categories, products with their packs, price lists with breaks, a price
 * that rises next month, and an agreement with the customer that is shown; then publishes it all. */
export async function loadCatalogue(
  world: World,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
  today: BusinessDate,
): Promise<void> {
  await loadCategories(world, company)
  for (const { code, name } of company.priceClasses)
    await savePriceList(world, seeder, { list: code, name, level: 'class' })
  await inParallel(company.products, (product) => loadProduct(world, company, product))
  const risen = risenPrice(company, today)
  if (risen) await savePrice(world, seeder, { ...risen, productId: productIdOfCode(risen.code) })
  await loadAgreement(world, company, customers)
  await publishCatalogue(world, seeder, [])
}

async function loadCategories(world: World, { preset, categories }: Company): Promise<void> {
  const root =
    preset === 'supplied'
      ? { code: 'cigarettes', name: { zh: '卷烟', en: 'Cigarettes' } }
      : { code: 'electrical', name: { zh: '电工电气', en: 'Electrical' } }
  await saveCategory(world, seeder, root)
  for (const { code, name } of categories)
    await saveCategory(world, seeder, { code, name, parent: root.code })
}

async function loadProduct(world: World, { preset }: Company, product: SeedProduct): Promise<void> {
  const { code, name, category, unit, barcode, minimum, multiple, glyph, colour } = product
  const fields = { code, name, category, unit, barcode, minimum, multiple, glyph, colour }
  await saveProduct(world, seeder, {
    ...fields,
    brand: product.brand.zh,
    packs: packsOf(product, preset),
    state: product.state === 'on-sale' ? 'on-sale' : 'suspended',
    taxRate: product.taxRate * BASIS_POINTS_A_PERCENT,
  })
  for (const [list, price] of Object.entries(product.priceFen)) {
    const breaks = preset === 'traded' ? breaksOf(product, price) : onePrice(price)
    await savePrice(world, seeder, { list, productId: productIdOfCode(code), breaks })
  }
}

async function loadAgreement(
  world: World,
  company: Company,
  customers: ReadonlyMap<string, CustomerId>,
): Promise<void> {
  const customerId = customers.get(company.demonstration.customerCode)
  const agreed = agreedPrices(company)
  if (!customerId || agreed.length === 0) return
  const rows = agreed.map(({ code, breaks }) => ({ productId: productIdOfCode(code), breaks }))
  await saveAgreement(world, seeder, { customerId, rows })
}
