import { storedAccount } from '#accounts'
import { currentCycle, isOfEveryOtherWeek, storedCycle, viewOfCycle } from '#calendar'
import { productsWithIds, publishedKey, publishedProducts, readPublished } from '#catalogue'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import type { PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import type { CustomerLimit, CustomerLimits } from '#shared/supply'
import { limitsOfShop, type ShopLimit } from '#supply'
import { pricesOfBands } from './band-prices.ts'

type Asked = PageQuery & { customerId: CustomerId; cycleId?: CycleId; text?: string }

/** What is released for a customer in a cycle, by product code; by itself in the cycle that is open or comes next. Throws
 * `accounts.customer_not_found`, `calendar.cycle_not_found`. */
export async function showLimits(
  world: World,
  asker: string,
  { customerId, cycleId, text = '', limit, cursor }: Asked,
): Promise<CustomerLimits> {
  const account = await storedAccount(world.table, customerId)
  if (!account) throw new Problem('accounts.customer_not_found')
  const { grade, batch } = account
  const asked = cycleId ?? (await currentCycle(world, batch))?.cycleId
  if (!asked) return { grade, version: 0, shops: 0, bands: [], items: [] }
  const stored = await storedCycle(world.table, asked)
  const cycle = viewOfCycle(world, stored)
  const isBiweekly = isOfEveryOtherWeek(stored)
  const { limits, ...release } = await limitsOfShop(world, asked, { grade, isBiweekly })
  const prices = await pricesOfBands(world, account, limits)
  const bands = release.bands.map((band) => ({ ...band, members: prices.get(band.code) }))
  const question = `limits ${asker} ${customerId} ${cycle.cycleId} ${text}`
  const after = String(keyWithinCursor(cursor, question, world.config.secret)?.place ?? '')
  const wanted = text.trim().toLowerCase()
  const found = (await named(world, limits))
    .filter(({ sought }) => sought.includes(wanted))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .filter(({ place }) => place > after)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? { place: shown.at(-1)?.place } : undefined
  const nextCursor = cursorFrom(last, question, world.config.secret)
  return { cycle, grade, ...release, bands, items: shown.map(({ item }) => item), nextCursor }
}

type Found = { item: CustomerLimit; place: string; sought: string }
type Named = { code: string; name: { zh: string; en: string }; pinyin: string }

/** Limits with what their products are called; a product that is not published yet has its name from its record. */
async function named(world: World, limits: readonly ShopLimit[]): Promise<Found[]> {
  const published = await publishedProducts(world, readPublished(await world.table.get(publishedKey)))
  const known = new Map<ProductId, Named>(published)
  const others = limits.flatMap(({ productId }) => (known.has(productId) ? [] : [productId]))
  for (const product of await productsWithIds(world.table, others))
    if (product) known.set(product.productId, product)
  return limits.map((each) => {
    const { code, name, pinyin } = known.get(each.productId) ?? unnamed(each.productId)
    const sought = [code, name.zh, name.en, pinyin].join(' ').toLowerCase()
    return { item: { ...each, code, name }, place: `${code} ${each.productId} ${each.kind}`, sought }
  })
}

function unnamed(productId: ProductId): Named {
  return { code: productId, name: { zh: productId, en: productId }, pinyin: '' }
}
